package dev.freehold.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.spec.DefaultSpec;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TimingProfileTest {
    private static final Blueprint DEFAULT = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC);

    @Test
    void each_phase_of_the_default_platform_takes_the_reference_minutes_in_sequence() {
        assertThat(minutes(DEFAULT, Layer.SETUP)).isEqualTo(20);
        assertThat(minutes(DEFAULT, Layer.IMAGES)).isEqualTo(75);
        assertThat(minutes(DEFAULT, Layer.OCI)).isEqualTo(15);
        assertThat(minutes(DEFAULT, Layer.PROXMOX)).isEqualTo(30);
        assertThat(minutes(DEFAULT, Layer.TALOS)).isEqualTo(30);
    }

    @Test
    void parts_of_phases_take_theirs_too() {
        assertThat(minutes(DEFAULT, node -> node instanceof SetupResource && !isGitOps(node)))
                .isEqualTo(10);
        assertThat(minutes(DEFAULT, node -> node instanceof SetupResource && isGitOps(node)))
                .isEqualTo(10);
        assertThat(minutes(DEFAULT, ImageResource.BuildPipeline.class::isInstance))
                .isEqualTo(5);
        assertThat(minutes(DEFAULT, ImageResource.BaseImage.class::isInstance)).isEqualTo(25);
        assertThat(minutes(DEFAULT, ImageResource.ProxmoxImage.class::isInstance))
                .isEqualTo(30);
        assertThat(minutes(DEFAULT, node -> node.layer() == Layer.TALOS && isFlux(node)))
                .isEqualTo(10);
    }

    @Test
    void prebuilt_images_take_no_time() {
        var prebuilt = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.PREBUILT);
        assertThat(minutes(prebuilt, Layer.IMAGES)).isZero();
        prebuilt.nodes(Layer.IMAGES)
                .forEach(image -> assertThat(image).isInstanceOf(ImageResource.PrebuiltImage.class));
    }

    private static boolean isGitOps(Node node) {
        return node instanceof SetupResource.AgeIdentity
                || node instanceof SetupResource.FluxRepository
                || node instanceof SetupResource.CiliumManifest
                || node instanceof SetupResource.SopsConfiguration
                || node instanceof SetupResource.EncryptedSecret;
    }

    private static boolean isFlux(Node node) {
        return node instanceof TalosResource.RepositoryPush
                || node instanceof TalosResource.KubernetesNamespace
                || node instanceof TalosResource.KubernetesSecret
                || node instanceof TalosResource.FluxInstallation
                || node instanceof TalosResource.FluxSource
                || node instanceof TalosResource.FluxSync
                || node instanceof Gate.AppReady;
    }

    private static double minutes(Blueprint blueprint, Layer phase) {
        return minutes(blueprint, node -> node.layer() == phase);
    }

    private static double minutes(Blueprint blueprint, Predicate<Node> which) {
        var sum = Duration.ZERO;
        for (var node : blueprint.nodes()) {
            if (which.test(node)) {
                sum = sum.plus(TimingProfile.REFERENCE.durationOf(node));
            }
        }
        return sum.toSeconds() / 60.0;
    }
}
