package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import dev.freehold.app.shell.screen.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A spec made of answers, from flags and from a terminal, broken off at every question.
class SetupConversationTest {
    private static final List<String> ANSWERS =
            List.of("me@example.org", "203.0.113.7/32", "mine.ts.net", "https://git.example/me/flux.git");

    @TempDir
    private Path folder;

    private Path spec() {
        return folder.resolve("freehold.yaml");
    }

    private String[] words(String... more) {
        var words = new ArrayList<>(List.of("setup", "ssh", "--yes", "-f", spec().toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void flags_alone_make_a_spec_without_a_terminal() throws Exception {
        // when
        var started = Started.with(words(
                "--region",
                "eu-zurich-1",
                "--email",
                ANSWERS.get(0),
                "--ssh-from",
                ANSWERS.get(1),
                "--tailnet",
                ANSWERS.get(2),
                "--repository",
                ANSWERS.get(3)));
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(Files.readString(spec())).contains("eu-zurich-1", "me@example.org", "mine.ts.net");
    }

    @Test
    void without_a_terminal_the_flag_of_what_is_missing_is_named_and_nothing_is_written() {
        var started = Started.with(words("--region", "eu-zurich-1"));
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("--email", "FREEHOLD_EMAIL");
        assertThat(spec()).doesNotExist();
    }

    @Test
    void an_answer_that_is_none_is_refused_by_its_flag() {
        var started = Started.with(words("--region", "here"));
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("--region: ");
        assertThat(spec()).doesNotExist();
    }

    @Test
    void broken_off_at_every_question_it_goes_on_from_there() throws Exception {
        for (var answer : ANSWERS) {
            // given one answer, and then nobody
            var asked = new ArrayDeque<>(List.of(answer));
            Answers answers = _ -> asked.poll();
            // when
            var started = Started.answering(answers, words("--region", "eu-zurich-1"));
            // then
            boolean last = answer.equals(ANSWERS.getLast());
            assertThat(started.code()).as(started.err()).isEqualTo(last ? 0 : 130);
            assertThat(Files.exists(spec())).isEqualTo(last);
        }
        assertThat(Files.readString(spec())).contains(ANSWERS);
        assertThat(folder.resolve(".freehold/sim/setup-answers")).doesNotExist();
    }

    @Test
    void what_is_no_answer_is_asked_again() throws Exception {
        // given
        var typed = new ArrayDeque<>(List.of("no address", "me@example.org", "", "203.0.113.7/32", "mine.ts.net"));
        typed.add(ANSWERS.getLast());
        // when
        var started = Started.answering(_ -> typed.poll(), words("--region", "eu-zurich-1"));
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(Files.readString(spec())).contains("me@example.org").doesNotContain("no address");
    }

    @Test
    void a_spec_that_is_there_is_not_changed_by_answers() throws Exception {
        Files.writeString(spec(), "name: mine\n");
        var started = Started.with(words("--region", "eu-zurich-1"));
        assertThat(started.code()).isEqualTo(2);
        assertThat(spec()).hasContent("name: mine");
    }
}
