package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Child;
import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import dev.freehold.domain.spec.DefaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The repository part of setup by the real adapters, with everything that the network gives from the lab.
@Execution(ExecutionMode.CONCURRENT)
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
                    .isEqualTo(DefaultSpec.threeNode().cluster().gitops().repository());
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

    private Started setUpFlux(String... more) {
        var words = new ArrayList<>(List.of("--target", "lab", "setup", "flux", "--yes"));
        words.addAll(List.of(more));
        var started = Started.in(home, words.toArray(String[]::new));
        assertThat(started.code()).as(started.err() + started.out()).isZero();
        return started;
    }

    private String decrypted(String secret) {
        var started = Started.in(
                home,
                "--target",
                "lab",
                "secrets",
                "decrypt",
                home.resolve("lab/flux/infrastructure/secrets/" + secret + ".sops.yaml")
                        .toString(),
                "--identity",
                home.resolve("lab/secrets/age/homelab").toString());
        assertThat(started.code()).as(started.err()).isZero();
        return started.out();
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(home, "value", ""), content)
                .toString();
    }

    @Test
    void a_secret_that_was_replaced_is_encrypted_again_and_nothing_else_changes() throws Exception {
        // given
        setUpFlux();
        assertThat(decrypted("operator-oauth")).contains("made-up-for-the-lab");
        var replaced = Started.in(
                home,
                "--target",
                "lab",
                "secrets",
                "rotate",
                "operator-oauth.client-id",
                "--from",
                file("another-client"));
        assertThat(replaced.code()).as(replaced.err()).isZero();
        // when it is set up again, also with a value that setup itself is given
        var after = setUpFlux();
        var given = setUpFlux("--secret", "grafana-cloud.token=@" + file("glc_another"));
        // then
        assertThat(after.out()).contains("1 of 1 changes");
        assertThat(given.out()).contains("1 of 1 changes");
        assertThat(decrypted("operator-oauth")).contains("another-client");
        assertThat(decrypted("grafana-cloud")).contains("glc_another");
        assertThat(setUpFlux().out()).contains("0 of 0 changes");
        try (var git = Git.open(home.resolve("lab/flux").toFile())) {
            assertThat(git.status().call().isClean()).isTrue();
            var messages = new ArrayList<String>();
            git.log().setMaxCount(2).call().forEach(commit -> messages.add(commit.getShortMessage()));
            assertThat(messages)
                    .containsExactly("Encrypt the secret grafana-cloud", "Encrypt the secret operator-oauth");
        }
    }

    @Test
    void setting_up_the_whole_phase_looks_as_well() throws Exception {
        // given
        try (var lab = ServedLab.in(home)) {
            lab.succeeds("setup", "--yes");
            lab.succeeds("secrets", "rotate", "grafana-cloud.token", "--from", file("glc_another"));
            // when
            var again = lab.succeeds("setup", "--yes");
            // then
            assertThat(again.out()).contains("1 of 1 changes");
            assertThat(decrypted("grafana-cloud")).contains("glc_another");
        }
    }

    @Test
    void a_repository_that_is_gone_is_made_again() throws Exception {
        // given
        setUpFlux();
        Files.move(home.resolve("lab/flux"), home.resolve("aside"));
        // when
        setUpFlux();
        // then
        assertThat(decrypted("operator-oauth")).contains("made-up-for-the-lab");
        assertThat(setUpFlux().out()).contains("0 of 0 changes");
    }

    @Test
    void behind_a_passphrase_the_vault_is_opened_by_a_variable_and_missed_in_plain_words() throws Exception {
        // given
        setUpFlux();
        var protecting = Started.in(
                home, "--target", "lab", "secrets", "protect", "--new-passphrase-file", file("correct horse"));
        assertThat(protecting.code()).as(protecting.err()).isZero();
        var words = new String[] {"--target", "lab", "setup", "flux", "--yes", "--home", home.toString()};
        // when
        var without = Child.with(Map.of(), words);
        var with = Child.with(Map.of("FREEHOLD_PASSPHRASE", "correct horse"), words);
        // then
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.out() + without.err())
                .contains("FREEHOLD_PASSPHRASE_FILE")
                .doesNotContain("This is a bug");
        assertThat(with.code()).as(with.out() + with.err()).isZero();
        assertThat(with.out()).doesNotContain("correct horse").contains("changes");
    }
}
