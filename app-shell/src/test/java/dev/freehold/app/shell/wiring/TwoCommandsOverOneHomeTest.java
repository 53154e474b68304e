package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.inspect.DetectDrift;
import dev.freehold.engine.plan.WantedPlatform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands of two processes, of which one is at its work while the other begins.
class TwoCommandsOverOneHomeTest {
    @TempDir
    Path home;

    private TargetSession open() {
        var globals = new Globals(null, Globals.Target.SIM, home, Globals.Shown.PLAIN, Globals.Simulation.USUAL, false);
        return Targets.open(globals, SpecSource.read(globals), _ -> {});
    }

    private static RunOutcome deploy(TargetSession target, Layer... phases) {
        var source = new SpecSource(DefaultSpec.threeNode(), null);
        var wanted = new WantedPlatform(source.spec(), source.text(), ImageSupply.AS_IN_SPEC);
        var request =
                new DeployPlatform.Request(wanted, List.of(phases), Consent.GIVEN_BEFOREHAND, new Caller(1, "deploy"));
        return new DeployPlatform(target.engine()).deploy(request, Audience.nobody());
    }

    @Test
    void whoever_waited_for_the_right_to_write_goes_on_from_what_the_other_did() {
        try (var first = open();
                var second = open()) {
            // given: the second has looked at the world before the first changes it
            var before = second.engine().timeline().now();
            assertThat(new DetectDrift(second.engine()).detect().isNone()).isTrue();
            assertThat(deploy(first, Layer.SETUP).report().result()).isEqualTo(RunResult.SUCCEEDED);
            // when
            var outcome = deploy(second);
            // then
            assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
            assertThat(outcome.report().resources())
                    .noneMatch(resource -> resource.id().phase() == Phase.SETUP);
            assertThat(second.engine().timeline().now())
                    .isAfter(before.plusMillis((long) (outcome.report().makespanSeconds() * 1000)));
        }
        try (var third = open()) {
            assertThat(new DetectDrift(third.engine()).detect().isNone()).isTrue();
            assertThat(deploy(third).report().resources()).isEmpty();
        }
    }
}
