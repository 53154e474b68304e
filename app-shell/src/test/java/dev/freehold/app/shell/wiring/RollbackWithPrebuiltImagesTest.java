package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Dependents;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.DestroyPlatform;
import dev.freehold.engine.deploy.RollbackLayer;
import dev.freehold.engine.plan.WantedPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackWithPrebuiltImagesTest {
    private static final Caller BY = new Caller(1, "a test");

    @TempDir
    Path home;

    @Test
    void a_layer_that_was_deployed_with_prebuilt_images_has_them_again() {
        // given
        var source = new SpecSource(DefaultSpec.threeNode(), null);
        var globals = new Globals(null, Globals.Target.SIM, home, Globals.Shown.PLAIN, Globals.Simulation.USUAL, false);
        try (var target = Targets.open(globals, source, _ -> {})) {
            var engine = target.engine();
            var images = List.of(Layer.IMAGES);
            var wanted = new WantedPlatform(source.spec(), source.text(), ImageSupply.PREBUILT);
            var deployed = new DeployPlatform(engine)
                    .deploy(
                            new DeployPlatform.Request(wanted, images, Consent.GIVEN_BEFOREHAND, BY),
                            Audience.nobody());
            var destroyed = new DestroyPlatform(engine)
                    .destroy(
                            new DestroyPlatform.Request(images, Dependents.GO_TOO, Consent.GIVEN_BEFOREHAND, BY),
                            Audience.nobody());
            assertThat(destroyed.report().result()).isEqualTo(RunResult.SUCCEEDED);
            // when
            var back = new RollbackLayer(engine, SpecSource::parse)
                    .rollback(
                            new RollbackLayer.Request(Layer.IMAGES, OptionalInt.of(1), Consent.GIVEN_BEFOREHAND, BY),
                            Audience.nobody());
            // then
            assertThat(back.report().result()).isEqualTo(RunResult.SUCCEEDED);
            assertThat(back.report().resources())
                    .isNotEmpty()
                    .allMatch(resource -> resource.id().kind().equals("prebuilt-image"));
            assertThat(deployed.report().resources())
                    .extracting(resource -> resource.id())
                    .containsAll(back.report().resources().stream()
                            .map(resource -> resource.id())
                            .toList());
        }
    }
}
