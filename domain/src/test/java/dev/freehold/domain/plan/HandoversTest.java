package dev.freehold.domain.plan;

import static dev.freehold.domain.plan.Played.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What one node has and another is to have, in one plan.
class HandoversTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static NodeSpec with(NodeSpec node, Ipv4 address, Ipv4 tailnet) {
        return new NodeSpec(node.name(), node.role(), node.size(), address, node.publicIp(), tailnet);
    }

    /// Each machine with the tailnet address that `to` says.
    private static Spec inTailnet(Map<String, String> to) {
        var spec = DefaultSpec.threeNode();
        return new Vary(spec)
                .nodes(spec.nodes().stream()
                        .map(node -> to.containsKey(node.name())
                                ? with(node, node.address(), Ipv4.parse(to.get(node.name())))
                                : node)
                        .toList())
                .spec();
    }

    private static Plan change(Spec to) {
        var played = Played.all(Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC));
        return Plan.of(played.standing(), Blueprint.draw(to, ImageSupply.AS_IN_SPEC), ALL);
    }

    private static List<Step> steps(Plan plan, String id) {
        return plan.steps().stream().filter(step -> step.id().text().equals(id)).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_passed_round_is_had_by_one_at_a_time(long seed) {
        // given: the machines' addresses in both networks, each for another
        var random = new Random(seed);
        var spec = DefaultSpec.threeNode();
        var addresses =
                new ArrayList<>(spec.nodes().stream().map(NodeSpec::address).toList());
        var tailnet = new ArrayList<>(
                spec.nodes().stream().map(NodeSpec::tailnetAddress).toList());
        if (random.nextBoolean()) {
            Collections.shuffle(addresses, random);
        }
        Collections.shuffle(tailnet, random);
        var nodes = new ArrayList<NodeSpec>();
        for (int at = 0; at < tailnet.size(); at++) {
            nodes.add(with(spec.nodes().get(at), addresses.get(at), tailnet.get(at)));
        }
        var wanted = Blueprint.draw(new Vary(spec).nodes(nodes).spec(), ImageSupply.AS_IN_SPEC);
        var played = Played.all(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC));
        // when
        var plan = Plan.of(played.standing(), wanted, ALL);
        played.finish(plan, random); // refuses two of anything that only one can have
        // then
        assertThat(plan.heldClaims()).isEmpty();
        assertThat(Plan.of(played.standing(), wanted, ALL).isEmpty()).isTrue();
    }

    @Test
    void of_two_that_swap_one_is_put_aside_first_and_the_plan_says_so() {
        // when
        var plan = change(inTailnet(Map.of("ampere-2", "100.64.0.3", "ampere-3", "100.64.0.2")));
        // then
        var both = new ArrayList<>(steps(plan, "oci/tailnet-membership/ampere-2"));
        both.addAll(steps(plan, "oci/tailnet-membership/ampere-3"));
        assertThat(both).hasSize(3).allMatch(step -> step.operation() == Operation.UPDATE);
        assertThat(both.stream()
                        .map(step -> ((TailnetMembership) step.node()).address().toString()))
                .contains("100.127.255.254");
        assertThat(plan.changes())
                .filteredOn(change -> change.reasons().stream().anyMatch(Reason.MakesWay.class::isInstance))
                .singleElement()
                .satisfies(change -> assertThat(change.reasons().getLast().words())
                        .contains("lets go of the tailnet address 100.64.0.")
                        .contains("oci/tailnet-membership/ampere-"));
    }

    @Test
    void of_four_that_pass_it_round_one_is_put_aside_even_if_the_others_depend_on_the_first() {
        // when
        var plan = change(inTailnet(Map.of(
                "bastion",
                "100.64.0.1",
                "ampere-1",
                "100.64.0.2",
                "ampere-2",
                "100.64.0.3",
                "ampere-3",
                "100.64.0.4")));
        // then
        assertThat(plan.steps().stream().filter(step -> step.id().kind().equals("tailnet-membership")))
                .hasSize(5);
    }

    @Test
    void what_goes_by_itself_needs_nobody_put_aside() {
        // when: one after the other moves up
        var plan = change(inTailnet(Map.of("ampere-1", "100.64.0.50", "ampere-2", "100.64.0.1")));
        // then
        var second = steps(plan, "oci/tailnet-membership/ampere-2");
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().after())
                .contains(steps(plan, "oci/tailnet-membership/ampere-1")
                        .getFirst()
                        .number());
    }

    @Test
    void what_its_holder_keeps_is_named_and_the_plan_is_not_to_be_carried_out() {
        // given: a machine is to have what a container has, which is of a phase that was not asked for
        var played = Played.all(Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC));
        var spec = inTailnet(Map.of("ampere-2", "100.64.0.6"));
        var scope = EnumSet.of(Layer.OCI);
        // when
        var plan = Plan.of(played.standing(), Blueprint.draw(spec, ImageSupply.AS_IN_SPEC, scope), scope);
        // then
        assertThat(plan.heldClaims()).singleElement().satisfies(held -> {
            assertThat(held.wantedBy()).isEqualTo(new ResourceId("oci/tailnet-membership/ampere-2"));
            assertThat(held.holder()).isEqualTo(new ResourceId("proxmox/tailscale-container/tailscale-ampere-2"));
            assertThat(held.words()).contains("the tailnet address 100.64.0.6").contains("it stays as it is");
        });
        assertThat(Plan.of(played.standing(), Blueprint.draw(spec, ImageSupply.AS_IN_SPEC), ALL)
                        .heldClaims())
                .isEmpty();
    }
}
