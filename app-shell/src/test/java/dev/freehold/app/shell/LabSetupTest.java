package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.spec.DefaultSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The repository part of setup by the real adapters, with everything that the network gives from the lab.
class LabSetupTest {
    @TempDir
    private Path home;

    @Test
    void flux_is_set_up_from_nothing_and_setting_up_again_changes_nothing() throws Exception {
        // when
        var first = Started.in(home, "--target", "lab", "setup", "flux", "--yes");
        var again = Started.in(home, "--target", "lab", "setup", "flux", "--yes");
        // then
        assertThat(first.code()).as(first.err() + first.out()).isZero();
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("0 of 0 changes");
        try (var git = Git.open(home.resolve("lab/flux").toFile())) {
            assertThat(git.status().call().isClean()).isTrue();
            assertThat(git.getRepository().getConfig().getString("remote", "origin", "url"))
                    .isEqualTo(DefaultSpec.threeNode().gitops().repository());
        }
        assertThat(home.resolve("lab/flux/infrastructure/cilium/cilium.yaml"))
                .content()
                .contains("value: \"10.20.0.10\"", "kind: DaemonSet");
        assertThat(home.resolve("lab/flux/infrastructure/secrets/operator-oauth.sops.yaml"))
                .content()
                .contains("client_secret: ENC[")
                .doesNotContain("made-up-for-the-lab");
        assertThat(Files.exists(home.resolve("lab/secrets/cilium.yaml"))).isTrue();
    }
}
