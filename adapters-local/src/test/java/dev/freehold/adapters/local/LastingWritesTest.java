package dev.freehold.adapters.local;

import static dev.freehold.ports.state.SampleEntries.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.answers.FileAnswers;
import dev.freehold.adapters.local.fetch.CachingFetcher;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.RecordingDisk;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.secret.AgeIdentityDriver;
import dev.freehold.adapters.local.settings.SettingsFileDriver;
import dev.freehold.adapters.local.ssh.FileKeyChoice;
import dev.freehold.adapters.local.ssh.SshKeyPairDriver;
import dev.freehold.adapters.local.state.FileLayerStore;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.fetch.Fetcher.Artifact;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.skeleton.LookFirst;
import dev.freehold.ports.state.SampleEntries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is answered as done is on the disk, file and name, where the home's disk is a forced one.
class LastingWritesTest {
    interface Writing {
        void write(TargetFolder target) throws Exception;
    }

    private static Arguments writing(String what, String folder, Writing writing) {
        return Arguments.of(what, folder, writing);
    }

    static Stream<Arguments> writings() {
        var setup = Layer.SETUP;
        return Stream.of(
                writing("an entry", "state/setup", target -> {
                    try (var journals = new FileJournals(target)) {
                        journals.of(setup).append(SampleEntries.ofEverySort().getFirst());
                    }
                }),
                writing(
                        "a state",
                        "state/setup",
                        target -> new FileLayerStore(target, () -> AT, _ -> {})
                                .publish(LayerState.empty(setup).after(SampleEntries.ofSeed(1, 3)))),
                writing(
                        "a secret",
                        "secrets/vault",
                        target -> secrets(target).vault().write(new SecretName("token"), Secret.of("hunter2"))),
                writing(
                        "the vault's identity",
                        "secrets",
                        target -> secrets(target).identity().recipient()),
                writing(
                        "a backup",
                        ".",
                        target -> secrets(target).files().write(target.path().resolve("backup"), new byte[] {1})),
                writing(
                        "an age identity",
                        "secrets/age",
                        target -> new LookFirst<>(new AgeIdentityDriver(target))
                                .create(new AgeIdentity("homelab"), Calls.TOKEN, Calls.context(new SystemTimeline()))),
                writing(
                        "a key pair",
                        "secrets/ssh",
                        target -> new LookFirst<>(new SshKeyPairDriver(target))
                                .create(
                                        new SshKeyPair("homelab", "a comment"),
                                        Calls.TOKEN,
                                        Calls.context(new SystemTimeline()))),
                writing("a choice of key", "secrets/ssh", target -> new FileKeyChoice(target, "homelab").chooseMade()),
                writing(
                        "the settings",
                        ".",
                        target -> new LookFirst<>(new SettingsFileDriver(target))
                                .create(SampleEntries.SETTINGS, Calls.TOKEN, Calls.context(new SystemTimeline()))),
                writing("answers", ".", target -> new FileAnswers(target, "answers").keep(Map.of("--region", "eu"))),
                writing("what was fetched", "pins", target -> {
                    Files.writeString(
                            target.prepare(target.path().resolve("cache")).resolve("chart"), "chart");
                    CachingFetcher.offline(target)
                            .fetch(
                                    Artifact.at("chart", "https://charts.example/chart"),
                                    Calls.context(new SystemTimeline()));
                }));
    }

    private static LocalSecrets secrets(TargetFolder target) {
        return new LocalSecrets(target, () -> AT, file -> {
            throw new AssertionError("nobody is to be asked for the passphrase of " + file);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void what_is_written_is_forced_with_its_name(String what, String folder, Writing writing, @TempDir Path home)
            throws Exception {
        // given
        var disk = new RecordingDisk();
        var target = new Home(home.resolve("home"), disk).target("live");
        target.prepare(target.path());
        disk.forget();
        // when
        writing.write(target);
        // then
        assertThat(disk.files()).as(what).isPositive();
        assertThat(disk.folders())
                .as(what)
                .contains(target.path().resolve(folder).normalize());
    }

    @Test
    void a_home_that_is_to_outlive_a_power_cut_has_a_forced_disk() {
        assertThat(LocalHome.at(Path.of("home"), Durability.POWER_CUT)
                        .target("live")
                        .folder()
                        .disk())
                .isSameAs(Disk.FORCED);
        assertThat(Durability.PROCESS_DEATH.disk()).isSameAs(Disk.UNFORCED);
    }
}
