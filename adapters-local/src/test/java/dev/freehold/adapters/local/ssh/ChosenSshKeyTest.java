package dev.freehold.adapters.local.ssh;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.skeleton.LookFirst;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform that has a key of the user's own.
class ChosenSshKeyTest {
    private static final SshKeyPair PAIR = new SshKeyPair("homelab", "freehold@homelab");
    private static final OpenSshKey OWN = OpenSshKey.random("me@laptop");

    @TempDir
    private Path folder;

    private TargetFolder target = new Home(Path.of("unset"), Disk.UNFORCED).target("lab");
    private ResourceDriver<SshKeyPair> driver = new LookFirst<>(new SshKeyPairDriver(target));
    private FileKeyChoice choice = new FileKeyChoice(target, PAIR.name());
    private Path own = Path.of("unset");

    @BeforeEach
    void with_a_key_outside_of_the_home() throws IOException {
        target = new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
        driver = new LookFirst<>(new SshKeyPairDriver(target));
        choice = new FileKeyChoice(target, PAIR.name());
        own = Files.write(folder.resolve("id_ed25519"), OWN.privateFile());
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("r--------"));
        Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    }

    private static Context context() {
        return Calls.context(new SystemTimeline());
    }

    private void choose() throws Exception {
        choice.choose(ChosenKey.in(UserKeyFile.read(own)));
    }

    private Outputs make() throws InterruptedException {
        return created(driver.create(PAIR, TOKEN, context()));
    }

    @Test
    void is_told_its_place_and_copies_nothing() throws Exception {
        // given
        choose();
        // when
        var outputs = make();
        // then
        assertThat(outputs).isEqualTo(new SshKey(new KeyPlace(own.toString()), OWN.publicLine()));
        assertThat(choice.loginKey(new SshAgentSocket(null))).isEqualTo(new LoginKey.InFile(own));
        assertThat(driver.observe(PAIR, context()).orElseThrow().outputs()).isEqualTo(outputs);
        assertThat(Files.getPosixFilePermissions(own)).isEqualTo(PosixFilePermissions.fromString("r--------"));
        assertThat(Files.getLastModifiedTime(own)).isEqualTo(FileTime.from(Instant.EPOCH));
        try (var files = Files.walk(target.path())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("PRIVATE KEY");
            }
        }
    }

    @Test
    void loses_nothing_of_the_users_when_it_is_destroyed() throws Exception {
        // given
        var bytes = Files.readAllBytes(own);
        choose();
        make();
        // when
        driver.delete(PAIR, context());
        // then
        assertThat(own).hasBinaryContent(bytes);
        assertThat(target.secrets().resolve("ssh")).isEmptyDirectory();
        assertThat(text(make(), "publicKey")).isNotEqualTo(Optional.of(OWN.publicLine()));
    }

    @Test
    void goes_on_with_the_key_it_has_until_the_new_one_is_settled() throws Exception {
        // given a pair that was made
        var made = make();
        // when another is chosen, and the process ends before anything came of it
        choose();
        // then
        assertThat(choice.loginKey(new SshAgentSocket(null))).isEqualTo(new LoginKey.InFile(choice.madeFile()));
        assertThat(driver.observe(PAIR, context())).isEmpty();
        // and it comes to be later
        assertThat(driver.update(PAIR, PAIR, context()))
                .isInstanceOfSatisfying(
                        UpdateAnswer.Updated.class,
                        updated -> assertThat(updated.outputs()).isNotEqualTo(made));
        assertThat(choice.loginKey(new SshAgentSocket(null))).isEqualTo(new LoginKey.InFile(own));
    }

    @Test
    void can_go_back_to_the_pair_that_was_made_for_it() throws Exception {
        // given
        var made = make();
        choose();
        make();
        assertThat(choice.madeKey().map(SshPublicKey::line)).isEqualTo(text(made, "publicKey"));
        // when
        choice.chooseMade();
        // then
        assertThat(make()).isEqualTo(made);
        assertThat(choice.settled()).isEmpty();
        assertThat(choice.isOpen()).isFalse();
    }

    @Test
    void notices_that_the_file_holds_another_key_by_now_or_is_gone() throws Exception {
        // given
        choose();
        make();
        Files.delete(target.secrets().resolve("ssh/homelab.pub"));
        // when, then
        Files.delete(own);
        assertThat(driver.observe(PAIR, context())).isEmpty();
        assertThat(driver.create(PAIR, TOKEN, context()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("is not there"));
        Files.write(own, OpenSshKey.random("other").privateFile());
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
        assertThat(driver.update(PAIR, PAIR, context()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("holds another key"));
    }

    @Test
    void a_pair_that_machines_know_is_completed_and_never_made_anew() throws Exception {
        // given
        var made = make();
        Files.delete(target.secrets().resolve("ssh/homelab.pub"));
        assertThat(driver.update(PAIR, PAIR, context())).isEqualTo(UpdateAnswer.Updated.of(PAIR, (SshKey) made));
        // when it is lost
        Files.delete(choice.madeFile());
        // then
        assertThat(driver.update(PAIR, PAIR, context()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("secrets restore"));
        assertThat(choice.madeFile()).doesNotExist();
    }

    @Test
    void one_that_an_agent_has_is_told_by_its_fingerprint() throws Exception {
        // given
        var key = SshPublicKey.ofLine(OWN.publicLine()).orElseThrow();
        var agent = new SshAgentSocket(null);
        // when
        choice.choose(new ChosenKey(key, null, Signer.AGENT));
        // then
        assertThat(text(make(), "privateKeyFile")).contains("agent:" + key.fingerprint());
        assertThat(choice.loginKey(agent)).isEqualTo(new LoginKey.WithAgent(agent, key));
    }

    @Test
    void a_damaged_choice_is_said_and_not_taken_for_none() throws Exception {
        // given
        choose();
        make();
        var file = target.secrets().resolve("ssh/homelab.chosen");
        var whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(file, whole.substring(0, length));
            // when, then: the last line may be a shorter path
            if (length < whole.indexOf("\nfile ") + "\nfile ".length()) {
                assertThatThrownBy(choice::settled).isInstanceOf(UnusableHome.class);
                assertThatThrownBy(() -> driver.observe(PAIR, context())).isInstanceOf(Unforeseen.class);
            }
        }
    }
}
