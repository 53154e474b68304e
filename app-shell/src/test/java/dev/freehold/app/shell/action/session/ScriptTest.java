package dev.freehold.app.shell.action.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    Path folder;

    @Test
    void a_script_runs_its_lines_one_after_the_other() throws Exception {
        // given
        var script = written("all good.fh", """
            # what it is for
            // and more

            use --home '%s'
            addresses -o json   # one document
              state list
            """.formatted(folder));
        // when
        var started = Started.with("run", script);
        // then
        assertThat(started.err()).isEmpty();
        assertThat(started.code()).isZero();
        assertThat(started.out()).startsWith("{");
        assertThat(Started.with("@" + script)).isEqualTo(started);
    }

    @Test
    void a_script_stops_at_the_first_line_that_fails_and_says_which() throws Exception {
        // given
        var script = written("stops.fh", """
            addresses

            explain 'not an id'
            addresses
            """);
        // when
        var started = Started.in(folder, "run", script);
        // then
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains(script + ":3: ").contains("'not an id'");
        assertThat(started.out().split("ampere-1  10.0.1.10", -1)).hasSize(2);
    }

    @Test
    void the_code_is_that_of_the_command_that_stopped_it() throws Exception {
        var script = written("pending.fh", "plan --detailed-exitcode\nplan --detailed-exitcode");
        assertThat(Started.in(folder, "run", script).code()).isEqualTo(5);
    }

    @Test
    void a_quote_that_is_not_closed_is_bad_usage_at_its_line() {
        var started = Started.script("addresses\nrun 'a b\n");
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("error: Unclosed quote").contains("stdin:2:");
    }

    @Test
    void a_line_that_ends_in_a_backslash_goes_on_and_keeps_its_number() {
        var started = Started.script("addresses \\\n  -o json\nplan \\\n  --nope\n");
        assertThat(started.out()).startsWith("{");
        assertThat(started.err()).contains("stdin:3:");
    }

    @Test
    void exit_ends_a_script_well() {
        var started = Started.script("exit\nnope\n");
        assertThat(started).isEqualTo(new Started(0, "", ""));
    }

    @Test
    void an_empty_script_does_nothing() {
        assertThat(Started.script("")).isEqualTo(new Started(0, "", ""));
    }

    @Test
    void what_the_caller_set_holds_for_the_lines_and_use_does_not_leak_out_of_a_script() throws Exception {
        // given
        var inner = written("inner.fh", "use -o json\naddresses\n");
        var outer = written("outer.fh", "run '" + inner + "'\naddresses\n");
        // when
        var started = Started.in(folder, "run", outer);
        // then
        assertThat(started.out()).startsWith("{").contains("}\nHOST");
        assertThat(Started.in(folder, "run", outer, "-o", "json").out()).doesNotContain("HOST");
    }

    @Test
    void a_script_that_runs_itself_is_stopped() throws Exception {
        var script = folder.resolve("loop.fh").toString();
        written("loop.fh", "run '" + script + "'\n");
        var started = Started.with("run", script);
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("Scripts run each other").doesNotContain("bug in Freehold");
    }

    @Test
    void a_script_that_is_no_text_is_bad_usage() throws Exception {
        var file = folder.resolve("bytes.fh");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        var started = Started.with("run", file.toString());
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("error: ").doesNotContain("bug in Freehold");
    }

    private String written(String name, String text) throws Exception {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }
}
