package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.engine.share.SharedLayers;
import dev.freehold.engine.share.SharedLayers.Exchange.Done;
import dev.freehold.engine.share.StatesParted;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.skeleton.PollingPace;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two homes, as two computers have them, and one bucket in the lab.
@Execution(ExecutionMode.CONCURRENT)
class SharedStateTest {
    private static final SecretName TOKEN = new SecretName("api-token");

    @TempDir
    private Path folder;

    private Lab lab;
    private OciCloud cloud;

    @BeforeEach
    void start() {
        lab = Lab.start(LabSettings.in(folder.resolve("lab")));
        cloud = new OciCloud(
                OciProfile.of(lab.endpoints().ociConfigFile(), "DEFAULT")
                        .withEndpoint(lab.endpoints().oci()),
                "homelab",
                PollingPace.LAB);
    }

    @AfterEach
    void stop() {
        cloud.close();
        lab.close();
    }

    private final class Computer implements AutoCloseable {
        private final TargetRecords kept;
        private final List<String> notices = new ArrayList<>();
        private final SharedLayers layers;
        private final SecretVault vault;

        Computer(String name) {
            var globals = new Globals(
                    null,
                    Globals.Target.LAB,
                    folder.resolve(name),
                    Globals.Shown.PLAIN,
                    Globals.Simulation.USUAL,
                    false);
            Passphrases none = file -> {
                throw new IllegalStateException(file + " has no passphrase");
            };
            var spec = SpecSource.parse("name: homelab\nstate: {backend: oci, bucket: freehold-state}\n");
            kept = TargetRecords.of(globals);
            layers = (SharedLayers) SharedState.of(
                    globals.target().word(), spec, cloud, kept, Targets.layers(kept, notices::add), none, notices::add);
            vault = kept.target().secrets(Targets.realTime()::now, none).vault();
        }

        List<JournalEntry> entries() {
            return kept.journals().of(Layer.SETUP).entries();
        }

        /// What a command leaves in the journal; `shares` it at its end, or dies before.
        void works(String command, boolean shares) throws Exception {
            var lease = ((Locked) layers.lock(Targets.holder(command))).lease();
            var run = new RunId("20260101-" + entries().size() + "-" + command.replace(' ', '-'));
            kept.journals()
                    .of(Layer.SETUP)
                    .appendAll(List.of(
                            new RunStarted(run, Instant.EPOCH, command),
                            new RunFinished(run, Instant.EPOCH, RunResult.SUCCEEDED)));
            if (shares) {
                layers.publish(LayerState.empty(Layer.SETUP).after(entries()));
            }
            lease.close();
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    /// What a person carries from one computer to the other.
    private void carryIdentity(String from, String to) throws Exception {
        var there = Files.createDirectories(folder.resolve(to).resolve("lab").resolve("secrets"));
        var here = folder.resolve(from).resolve("lab").resolve("secrets");
        Files.copy(here.resolve("identity"), there.resolve("identity"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void a_second_computer_goes_on_where_the_first_one_stopped() throws Exception {
        try (var attic = new Computer("attic")) {
            // given
            attic.vault.write(TOKEN, Secret.of("s3cret"));
            attic.works("deploy setup", true);
            carryIdentity("attic", "cellar");
            try (var cellar = new Computer("cellar")) {
                // when
                assertThat(cellar.layers.pull(Targets.holder("state pull"))).isInstanceOf(Done.class);
                // then
                assertThat(cellar.entries()).isEqualTo(attic.entries()).hasSize(2);
                assertThat(cellar.layers.read(Layer.SETUP)).isEqualTo(attic.layers.read(Layer.SETUP));
                assertThat(cellar.vault.read(TOKEN)).contains(Secret.of("s3cret"));
                // and when it goes on
                cellar.works("destroy setup", true);
                attic.works("deploy setup again", true);
                // then
                assertThat(attic.entries())
                        .hasSize(6)
                        .startsWith(cellar.entries().toArray(JournalEntry[]::new));
                assertThat(attic.notices).isEmpty();
                assertThat(cellar.notices).isEmpty();
            }
        }
    }

    @Test
    void without_the_identity_nothing_is_read_and_nothing_is_overwritten() throws Exception {
        try (var attic = new Computer("attic");
                var stranger = new Computer("stranger")) {
            // given
            attic.works("deploy setup", true);
            // when, then
            assertThatThrownBy(() -> stranger.layers.pull(Targets.holder("state pull")))
                    .isInstanceOf(Undecryptable.class);
            assertThatThrownBy(() -> stranger.layers.push(Targets.holder("state push")))
                    .isInstanceOf(Undecryptable.class);
            assertThat(stranger.entries()).isEmpty();
            assertThat(attic.layers.push(Targets.holder("state push"))).isInstanceOf(Done.class);
        }
    }

    @Test
    void computers_that_did_not_know_of_each_other_are_told_apart() throws Exception {
        try (var attic = new Computer("attic")) {
            // given
            attic.works("deploy setup", true);
            carryIdentity("attic", "cellar");
            try (var cellar = new Computer("cellar")) {
                cellar.layers.pull(Targets.holder("state pull"));
                attic.works("deploy in the dark", false);
                cellar.kept
                        .journals()
                        .of(Layer.SETUP)
                        .append(new RunStarted(new RunId("other"), Instant.EPOCH, "deploy elsewhere"));
                attic.layers.push(Targets.holder("state push"));
                // when, then
                assertThatThrownBy(() -> cellar.layers.lock(Targets.holder("deploy")))
                        .isInstanceOf(StatesParted.class)
                        .hasMessageContainingAll(
                                "both have the first 2 entries",
                                "Here is version 3",
                                "deploy elsewhere",
                                "shared is version 4",
                                "deploy in the dark");
                assertThat(attic.layers.lock(Targets.holder("deploy"))).isInstanceOf(Locked.class);
            }
        }
    }

    @Test
    void a_lock_that_stayed_behind_is_taken_away_by_a_person() throws Exception {
        try (var attic = new Computer("attic")) {
            // given: a holder that died, and whose own lock died with it
            attic.works("deploy setup", true);
            carryIdentity("attic", "cellar");
            var dead = (Locked) attic.layers.lock(Targets.holder("deploy all"));
            try (var cellar = new Computer("cellar")) {
                assertThat(cellar.layers.lock(Targets.holder("deploy")))
                        .isInstanceOfSatisfying(
                                HeldBy.class,
                                held -> assertThat(held.holder().command()).isEqualTo("deploy all"));
                // when
                var had = cellar.layers.sharedLock().breakOff();
                // then
                assertThat(had)
                        .hasValueSatisfying(
                                holder -> assertThat(holder.command()).isEqualTo("deploy all"));
                assertThat(cellar.layers.lock(Targets.holder("deploy"))).isInstanceOf(Locked.class);
            }
            dead.lease().close();
        }
    }
}
