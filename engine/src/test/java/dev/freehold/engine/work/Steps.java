package dev.freehold.engine.work;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.plan.Step;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.ReservedPublicIp;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.schedule.TimingProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Work made up for tests.
public final class Steps {
    private final List<Step> steps = new ArrayList<>();

    public int add(Operation operation, Node node, Integer... after) {
        return add(operation, node, null, after);
    }

    public int add(Operation operation, Node node, Node before, Integer... after) {
        steps.add(new Step(steps.size(), node.id(), operation, node, before, Arrays.asList(after)));
        return steps.size() - 1;
    }

    public int create(Node node, Integer... after) {
        return add(Operation.CREATE, node, after);
    }

    public int delete(Node node, Integer... after) {
        return add(Operation.DELETE, node, after);
    }

    public Work work() {
        return work(Map.of());
    }

    public Work work(Map<ResourceId, Standing> standing) {
        return Work.of(steps, standing, TimingProfile.REFERENCE);
    }

    /// On this computer.
    public static SshKeyPair key(String name) {
        return new SshKeyPair(name, "for a test");
    }

    /// In the cloud, and one of two that are allowed.
    public static ReservedPublicIp address(String name) {
        return new ReservedPublicIp(
                name, "eu-frankfurt-1", new Ref<Compartment>(new ResourceId("setup/compartment/freehold")));
    }

    /// In the tailnet, where nobody else can have its address.
    public static TailnetMembership member(String name, String address) {
        return new TailnetMembership(
                name,
                Ipv4.parse(address),
                new Ref<>(new ResourceId("oci/instance/" + name)),
                List.of(),
                List.of(),
                new Ref<>(new ResourceId("setup/tailnet-credential/tailnet")));
    }

    /// Creations in two systems, each of which waits for some that come before it.
    static Work anyGraph(long seed, int size) {
        var random = new SplittableRandom(seed);
        var steps = new Steps();
        for (int number = 0; number < size; number++) {
            int upTo = number;
            var after = random.ints(random.nextInt(4), 0, Math.max(1, upTo))
                    .filter(earlier -> earlier < upTo)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toArray(Integer[]::new);
            steps.create(random.nextBoolean() ? key("key-" + number) : address("address-" + number), after);
        }
        return steps.work();
    }
}
