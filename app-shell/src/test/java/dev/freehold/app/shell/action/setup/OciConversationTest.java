package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Killed;
import dev.freehold.app.shell.PersonAtTheConsole;
import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import dev.freehold.app.shell.screen.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An OCI configuration made in a conversation and proved by signed calls to the lab.
class OciConversationTest {
    private static final String PRESS = "Press Enter";
    private static final String OTHER_USER = "ocid1.user.oc1..somebodyelse";

    @TempDir
    private Path home;

    private ServedLab lab;
    private PersonAtTheConsole person;

    @BeforeEach
    void serve() throws IOException {
        lab = ServedLab.in(home);
        person = new PersonAtTheConsole(home);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Path config() {
        return home.resolve("mine").resolve("config");
    }

    private Path key() {
        return config().resolveSibling("oci_api_key.pem");
    }

    private String pem() {
        try {
            return Files.readString(config().resolveSibling("oci_api_key_public.pem"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String[] words(String... more) {
        var words = new ArrayList<>(List.of("setup", "oci", "--yes", "--target", "lab", "--home", home.toString()));
        words.addAll(List.of("--oci-config", config().toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private String[] withAccount(String... more) {
        var all = new ArrayList<>(List.of("--tenancy", person.tenancy(), "--user", person.user()));
        all.addAll(List.of(more));
        return words(all.toArray(String[]::new));
    }

    /// Answers in turn; after the last one the input ends.
    private static Answers typing(Deque<String> lines) {
        return _ -> lines.poll();
    }

    @Test
    void a_person_is_led_from_nothing_to_a_configuration_that_works() throws Exception {
        // given somebody who first presses Enter, and then pastes the key
        var tries = new ArrayList<String>();
        Answers answers = question -> {
            if (question.startsWith(PRESS)) {
                if (!tries.isEmpty()) {
                    paste();
                }
                tries.add(question);
                return "";
            }
            return question.contains("tenancy") ? person.tenancy() : person.user();
        };
        // when
        var started = Started.answering(answers, words());
        // then
        assertThat(started.code()).as(started.out() + started.err()).isZero();
        assertThat(started.out())
                .contains(
                        "Add API key > Paste a public key", pem(), "NotAuthenticated", "is not there yet for the user")
                .containsPattern("The clock is right: [0-2] s")
                .contains("It works", "eu-frankfurt-1", "1 of 1 changes");
        assertThat(started.out() + started.err()).doesNotContain("PRIVATE KEY");
        for (var file : List.of(config(), key())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private void paste() {
        try {
            person.pastes(pem());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_script_goes_on_with_the_pending_profile_until_it_is_let_in() throws Exception {
        // given a profile that the cloud does not know
        var first = Started.with(withAccount());
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        assertThat(first.err()).contains("--wait").doesNotContain("PRIVATE");
        assertThat(first.out()).contains(pem());
        var config = Files.readString(config());
        var key = Files.readString(key());
        // when it is tried for a while, in vain
        var second = Started.with(words("--wait", "1s"));
        // then
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("NotAuthenticated", "It was tried for 1 s");
        // when it is pasted at last
        paste();
        var third = Started.with(words("--wait", "30s"));
        // then nothing was made anew
        assertThat(third.code()).as(third.out() + third.err()).isZero();
        assertThat(config()).content().isEqualTo(config);
        assertThat(key()).content().isEqualTo(key);
    }

    @Test
    void without_a_terminal_what_is_missing_is_named_and_nothing_is_written() {
        var tenancy = Started.with(words());
        assertThat(tenancy.code()).isEqualTo(2);
        assertThat(tenancy.err()).contains("--tenancy", "FREEHOLD_TENANCY");
        var user = Started.with(words("--tenancy", person.tenancy()));
        assertThat(user.code()).isEqualTo(2);
        assertThat(user.err()).contains("--user", "FREEHOLD_USER");
        assertThat(config().getParent()).doesNotExist();
    }

    @Test
    void what_is_no_ocid_is_refused_by_its_flag() {
        var started = Started.with(words("--tenancy", "ocid1.user.oc1..a", "--user", person.user()));
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("--tenancy: no OCID of a tenancy");
        assertThat(config().getParent()).doesNotExist();
    }

    @Test
    void broken_off_at_every_question_it_goes_on_from_there() {
        // given one answer each time, and then nobody
        for (var line : List.of("nonsense", person.tenancy(), person.user())) {
            var started = Started.answering(typing(new ArrayDeque<>(List.of(line))), words());
            assertThat(started.code()).as(started.err()).isEqualTo(130);
            assertThat(Files.exists(config())).isEqualTo(line.equals(person.user()));
        }
        // when
        paste();
        var last = Started.answering(typing(new ArrayDeque<>()), words());
        // then
        assertThat(last.code()).as(last.out() + last.err()).isZero();
        assertThat(home.resolve("lab").resolve("oci-answers")).doesNotExist();
    }

    @Test
    void killed_between_key_and_profile_the_same_key_is_used() throws Exception {
        // given
        Started.with(withAccount());
        var key = Files.readString(key());
        Files.delete(config());
        // when
        paste();
        var again = Started.with(withAccount());
        // then
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(key()).content().isEqualTo(key);
    }

    @Test
    void killed_at_each_file_that_it_writes_the_same_command_ends_it() throws Exception {
        // given a process that is killed as soon as it has begun to write a file, or has written it
        var folder = config().getParent();
        var files = List.of(
                ".oci_api_key.pem.freehold-new",
                "oci_api_key.pem",
                ".oci_api_key_public.pem.freehold-new",
                "oci_api_key_public.pem",
                ".config.freehold-new",
                "config");
        var kept = "";
        for (var file : files) {
            Files.deleteIfExists(config());
            Files.deleteIfExists(folder.resolve("oci_api_key_public.pem"));
            Files.deleteIfExists(folder.resolve(file.startsWith(".") ? file : "config"));
            boolean killed = Killed.onceThereIs(folder.resolve(file), withAccount());
            // One that is written aside may come and go unseen.
            assertThat(killed || file.startsWith(".")).as(file).isTrue();
            // then what is there is whole, and no key that was there is another now
            if (Files.exists(key())) {
                assertThat(key())
                        .content()
                        .endsWith("-----END PRIVATE KEY-----\nOCI_API_KEY\n")
                        .startsWith(kept);
                kept = Files.readString(key());
            }
        }
        // when
        var ended = Started.with(withAccount());
        paste();
        var again = Started.with(words());
        // then
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(key()).content().isEqualTo(kept);
        assertThat(folder).isDirectoryNotContaining("glob:**freehold-new");
    }

    @Test
    void a_profile_is_replaced_only_where_somebody_says_so() throws Exception {
        // given
        Started.with(withAccount());
        Files.writeString(config(), Files.readString(config()) + "[work]\n# mine\nuser=x\n");
        var before = Files.readString(config());
        // when another user is named
        var refused = Started.with(words("--user", OTHER_USER));
        var denied = Started.answering(typing(new ArrayDeque<>(List.of("n"))), words("--user", OTHER_USER));
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--replace-profile", "another user");
        assertThat(denied.code()).isEqualTo(2);
        assertThat(config()).content().isEqualTo(before);
        // when it is meant
        var replaced = Started.with(words("--user", OTHER_USER, "--tenancy", person.tenancy(), "--replace-profile"));
        // then
        assertThat(replaced.code()).isEqualTo(1);
        assertThat(config()).content().contains("user=" + OTHER_USER, "[work]\n# mine\nuser=x\n");
    }

    @Test
    void a_new_profile_stands_beside_the_one_that_is_there() throws Exception {
        // given
        Started.with(withAccount());
        var before = Files.readString(config());
        paste();
        // when
        var started = Started.with(withAccount("--oci-profile", "work"));
        // then
        assertThat(started.code()).as(started.out() + started.err()).isZero();
        assertThat(config()).content().startsWith(before).contains("[work]");
    }

    @Test
    void in_simulation_no_configuration_is_made() {
        var started = Started.in(home, "setup", "oci", "--oci-config", config().toString(), "--yes");
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("--target live");
        assertThat(config().getParent()).doesNotExist();
    }
}
