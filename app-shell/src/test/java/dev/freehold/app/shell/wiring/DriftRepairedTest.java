package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Action;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.inspect.DetectDrift;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform from which somebody took something away.
class DriftRepairedTest {
    @TempDir
    Path home;

    private final SpecSource source = new SpecSource(DefaultSpec.threeNode(), null);
    private final WantedPlatform wanted = new WantedPlatform(source.spec(), source.text(), ImageSupply.AS_IN_SPEC);

    private Globals globals() {
        return new Globals(null, Globals.Target.SIM, home, Globals.Shown.PLAIN, Globals.Simulation.USUAL, false);
    }

    private TargetSession open() {
        return Targets.open(globals(), source, _ -> {});
    }

    private RunOutcome deploy(Looking looking) {
        try (var target = open()) {
            var request = new DeployPlatform.Request(
                    wanted, List.of(), Consent.GIVEN_BEFOREHAND, looking, new Caller(1, "deploy"));
            return new DeployPlatform(target.engine()).deploy(request, Audience.nobody());
        }
    }

    private Thing takeAwayWhatNothingStandsOn() {
        try (var kept = TargetRecords.of(globals())) {
            var sim = new StoredSim(globals(), source, kept);
            var world = sim.current().world();
            var lost = List.copyOf(world.standing()).reversed().stream()
                    .filter(thing -> world.objectionToRemoving(thing.id()).isEmpty())
                    .findFirst()
                    .orElseThrow();
            world.remove(lost.id(), sim.current().timeline().now());
            return lost;
        }
    }

    @Test
    void is_made_whole_by_a_deployment_that_looks() {
        // given
        deploy(Looking.NOWHERE);
        var lost = takeAwayWhatNothingStandsOn();
        // then: whoever believes the states has nothing to do
        assertThat(deploy(Looking.NOWHERE).report().resources()).isEmpty();
        try (var target = open()) {
            var planned = new PlanPlatform(target.engine())
                    .plan(new PlanPlatform.Request(wanted, List.of(), Looking.EVERYWHERE));
            assertThat(planned.plan().changes())
                    .filteredOn(change -> change.action() == Action.CREATE)
                    .extracting(change -> change.id())
                    .containsExactly(lost.id());
            assertThat(planned.unknown()).isEmpty();
        }
        // when
        var outcome = deploy(Looking.EVERYWHERE);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(outcome.report().resources())
                .extracting(resource -> resource.id())
                .contains(lost.id());
        try (var target = open()) {
            assertThat(new DetectDrift(target.engine()).detect().isNone()).isTrue();
        }
    }
}
