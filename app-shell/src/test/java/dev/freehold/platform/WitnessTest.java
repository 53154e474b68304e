package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.SimTerms;
import dev.freehold.adapters.sim.Witness;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.run.PlanRun;
import dev.freehold.engine.run.RunTerms;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.target.Target;
import dev.freehold.engine.work.Conduct;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.ServedSystems;
import dev.freehold.ports.person.ProgressListener;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The one who counts what really stands must be able to count.
class WitnessTest {
    private static final Usd NOTHING = Usd.ZERO;

    /// A host more than is free.
    private static final Spec TOO_MUCH = new Vary(DefaultSpec.threeNode())
            .alsoNodes(Vary.host(77, "2", 6, 50, PublicIp.EPHEMERAL))
            .spec();

    /// Deploys in a tenancy that refuses nothing that money buys.
    ///
    /// @param allowed what the scheduler holds what stands under
    private static void deploy(Spec spec, Predicate<Usage> allowed, Witness witness) {
        var sim = Sim.throwAway(new SimTerms(spec.account().allowance(), true, 0, Path.of("/nowhere")), witness);
        var known = new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()), sim.images(), sim.inventory(), sim.timeline());
        var journals = new MemoryJournals();
        var target = new Target("sim", () -> known, journals, new MemoryLayerStore(sim.timeline()::now), 0);
        var plan = Plan.of(Map.of(), Blueprint.draw(spec, ImageSupply.PREBUILT), EnumSet.allOf(Layer.class));
        var run = new PlanRun(
                Work.of(plan.steps(), Map.of(), TimingProfile.REFERENCE),
                new RunTerms(
                        new RunTerms.Identity(new RunId("planted"), "deploy"),
                        target.systems(),
                        target.timeline(),
                        new RunTerms.Records(
                                PerLayer.of(layer -> LayerRecord.of(layer, List.of())), journals, null, null),
                        new Conduct(Pace.USUAL, allowed, 0),
                        ProgressListener.NONE));
        run.work(EnumSet.of(Layer.SETUP, Layer.IMAGES, Layer.OCI));
    }

    @Test
    void a_scheduler_that_oversteps_is_caught() {
        // given
        var witness = new Witness(TOO_MUCH.account().allowance(), NOTHING);
        // when
        deploy(TOO_MUCH, _ -> true, witness);
        // then
        assertThat(witness.sawTooMuch()).isTrue();
        assertThat(witness.seen()).anyMatch(words -> words.contains("standard-a1-core-count"));
    }

    @Test
    void one_that_keeps_to_what_is_free_is_not() {
        // given
        var witness = new Witness(TOO_MUCH.account().allowance(), NOTHING);
        var free = Usage.ofAll(
                Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.PREBUILT).nodes());
        // when
        deploy(TOO_MUCH, use -> !use.exceeds(free), witness);
        // then
        assertThat(witness.seen()).isEmpty();
    }

    @Test
    void what_is_paid_for_is_not_too_much() {
        // given
        var paid = new Witness(TOO_MUCH.account().allowance(), Usd.of("100"));
        var halfPaid = new Witness(TOO_MUCH.account().allowance(), Usd.of("0.01"));
        // when
        deploy(TOO_MUCH, _ -> true, paid);
        deploy(TOO_MUCH, _ -> true, halfPaid);
        // then
        assertThat(paid.seen()).isEmpty();
        assertThat(halfPaid.sawTooMuch()).isTrue();
    }

    @Test
    void two_at_one_address_are_caught_whatever_they_are() {
        // given: a world that is made to hold them, past its rules
        var witness = new Witness("always-free-2021", NOTHING);
        var world = Sim.throwAway(new SimTerms("always-free-2021", false, 0, Path.of("/nowhere")), witness)
                .world();
        var address = Ipv4.parse("100.64.0.9");
        make(
                world,
                new OciResource.TailnetMembership(
                        "one", address, nowhere("oci/instance/one"), List.of(), List.of(), nowhere("setup/a/b")));
        assertThat(witness.seen()).isEmpty();
        // when
        make(
                world,
                new ProxmoxResource.TailscaleContainer(
                        "other",
                        Ipv4.parse("10.20.0.9"),
                        address,
                        nowhere("proxmox/post-install/one"),
                        nowhere("proxmox/a/b"),
                        nowhere("proxmox/a/c"),
                        nowhere("setup/a/b")));
        // then
        assertThat(witness.seen()).singleElement().asString().contains("the tailnet address 100.64.0.9");
    }

    private static <N extends Node> Ref<N> nowhere(String id) {
        return new Ref<>(new ResourceId(id));
    }

    private static void make(SimWorld world, Resource resource) {
        world.make(resource.id(), resource, Optional.empty(), Sim.BEGINNING);
    }
}
