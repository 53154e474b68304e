package dev.freehold.adapters.oci;

import static dev.freehold.ports.driver.Calls.standing;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.Purpose;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Context;
import java.time.Duration;
import java.util.List;

/// Machines by hand, and a context in which what they refer to stands.
public final class Machines {
    private Machines() {}

    public static Instance host(String name) {
        return new Instance(
                name,
                Purpose.HOST,
                new Instance.Size(Shape.A1_FLEX, Ocpus.of(1), Gigabytes.of(8), Gigabytes.of(50), Gigabytes.of(37)),
                new Instance.Vnic(Ipv4.parse("10.0.1.10"), PublicIp.EPHEMERAL, ref(Phase.OCI, "subnet")),
                new Instance.Boot(
                        new Ref<PrebuiltImage>(ResourceId.of(Phase.IMAGES, "prebuilt-image", "one")), List.of()),
                List.of(),
                ref(Phase.SETUP, "ssh-key-pair"),
                List.of(),
                ref(Phase.SETUP, "tailnet-credential"));
    }

    private static <N extends Node> Ref<N> ref(Phase phase, String kind) {
        return new Ref<>(ResourceId.of(phase, kind, "one"));
    }

    /// On a timeline of its own, with a day's patience.
    public static Context context() {
        var timeline = new LeapingTimeline();
        return new Context(
                standing(Machines::outputs),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofDays(1)));
    }

    private static Outputs outputs(ResourceId id) {
        return switch (id.kind()) {
            case "subnet" -> new Identified(new Ocid(OracleByHand.SUBNET));
            case "ssh-key-pair" -> new SshKey(new KeyPlace("/nowhere"), "ssh-ed25519 AAAA freehold");
            case "prebuilt-image" -> new Identified(new Ocid("ocid1.image.oc1..m"));
            default -> null;
        };
    }
}
