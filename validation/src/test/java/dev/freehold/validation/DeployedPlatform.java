package dev.freehold.validation;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.probe.SimProbes;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.time.VirtualTimeline;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.Spec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A simulated world in which everything that a spec means was made, for tests to break.
final class DeployedPlatform {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Spec spec;
    private final Blueprint blueprint;
    private final SimWorld world;

    private DeployedPlatform(Spec spec, Predicate<Resource> made) {
        this.spec = spec;
        this.blueprint = Blueprint.draw(spec, ImageSupply.AS_IN_SPEC);
        this.world = SimWorld.open(
                Tenancy.granted(spec.account().allowance(), false),
                Seed.ZERO,
                Path.of("/home/sim"),
                new MemoryWorldLog());
        for (var node : blueprint.nodes()) {
            if (node instanceof Resource resource && made.test(resource)) {
                world.make(resource.id(), resource, Optional.empty(), BEGINNING);
            }
        }
    }

    static DeployedPlatform of(Spec spec) {
        return new DeployedPlatform(spec, _ -> true);
    }

    /// One that was deployed as far as `last`, and no further.
    static DeployedPlatform upTo(Phase last, Spec spec) {
        return new DeployedPlatform(spec, resource -> resource.phase().compareTo(last) <= 0);
    }

    static DeployedPlatform nothingOf(Spec spec) {
        return new DeployedPlatform(spec, _ -> false);
    }

    DeployedPlatform without(String id) {
        world.remove(new ResourceId(id), BEGINNING);
        return this;
    }

    ValidationReport validate(CheckName... checks) throws InterruptedException {
        return validate(spec, checks);
    }

    /// Holds this world against another spec than the one it was made by.
    ValidationReport validate(Spec wanted, CheckName... checks) throws InterruptedException {
        var timeline = VirtualTimeline.from(BEGINNING, Seed.ZERO);
        var allowance = Allowances.byId(spec.account().allowance()).orElseThrow();
        return new ValidatePlatform(SimProbes.of(world, allowance, timeline), timeline)
                .run(
                        new Wanted(
                                wanted,
                                Blueprint.draw(wanted, ImageSupply.AS_IN_SPEC).nodes()),
                        List.of(checks));
    }
}
