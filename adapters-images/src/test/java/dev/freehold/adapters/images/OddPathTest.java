package dev.freehold.adapters.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A path stands in hooks that a shell runs, in apt's lists and in sed's words; so do parts and sources.
class OddPathTest {
    @TempDir
    private Path folder;

    private record Outcome(int code, String said) {}

    private Outcome build(String work, String... more) throws Exception {
        var recipe = Recipe.bundled(folder.resolve("shelf"));
        var command = new ArrayList<>(List.of("sh", recipe.script("mmdebstrap").toString()));
        command.addAll(List.of("--image", "base", "--arch", "amd64", "--epoch", "1", "--out", folder + "/out"));
        command.addAll(List.of("--work", work));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        // Nothing that a build needs is there: what is not refused ends because of that.
        builder.environment().put("PATH", tools());
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private String tools() throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var name : List.of("sh", "dirname", "id", "touch")) {
            var link = bin.resolve(name);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(
                        link,
                        Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name));
            }
        }
        return bin.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "$(touch pwned)",
                "`touch pwned`",
                "a;touch pwned",
                "a'b",
                "a\"b",
                "a#b",
                "a&b",
                "a\\b",
                "a]b",
                "a,b",
                "a*b"
            })
    void a_path_that_a_shell_or_apt_would_take_for_more_is_refused(String name) throws Exception {
        var outcome = build(folder.resolve(name).toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("letters from A to Z", "--home");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void a_plain_path_is_built_in() throws Exception {
        // Looked at no further than for what is missing.
        assertThat(build(folder + "/home-1/.freehold/lab_2+a@b").code()).isEqualTo(11);
    }

    @Test
    void parts_and_sources_are_words_too() throws Exception {
        assertThat(build(folder + "/work", "--without", "tailscale;touch pwned").code())
                .isEqualTo(2);
        assertThat(build(folder + "/work", "--source", "debian=http://a/$(touch pwned)")
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(build(folder + "/work", "--without", "tailscale,ceph", "--source", "debian=http://[::1]:80/a?b=c%20")
                        .code())
                .isEqualTo(11);
    }
}
