package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.engine.Audience;
import dev.freehold.engine.DeployPlatform;
import dev.freehold.engine.DestroyPlatform;
import dev.freehold.engine.Invocation;
import dev.freehold.engine.RollbackLayer;
import dev.freehold.engine.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackWithPrebuiltImagesTest {
    private static final Invocation BY = new Invocation(1, "a test");

    @TempDir
    Path home;

    @Test
    void a_layer_that_was_deployed_with_prebuilt_images_has_them_again() {
        // given
        var source = new SpecSource(DefaultSpec.threeNode(), null);
        var globals = new Globals(null, Globals.Target.SIM, home, Globals.Shown.PLAIN, Globals.Simulation.USUAL, false);
        try (var target = Targets.open(globals, source, _ -> {})) {
            var engine = target.engine();
            var images = List.of(Phase.IMAGES);
            var wanted = new Wanted(source.spec(), source.text(), true);
            var deployed = new DeployPlatform(engine)
                    .deploy(new DeployPlatform.Request(wanted, images, true, BY), Audience.nobody());
            var destroyed = new DestroyPlatform(engine)
                    .destroy(new DestroyPlatform.Request(images, true, true, BY), Audience.nobody());
            assertThat(destroyed.report().result()).isEqualTo(RunResult.SUCCEEDED);
            // when
            var back = new RollbackLayer(engine, SpecSource::parse)
                    .rollback(new RollbackLayer.Request(Phase.IMAGES, OptionalInt.of(1), true, BY), Audience.nobody());
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
