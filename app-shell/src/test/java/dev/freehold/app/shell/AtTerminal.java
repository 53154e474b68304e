package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One command on a real pseudo-terminal, which Python's standard library opens, and somebody who types there.
///
/// @param folder where it is started, and where the steps are written
public record AtTerminal(Path folder) {

    /// @param code how it ended; 256 less the signal's number where one ended it
    /// @param text all that was shown
    public record Shown(int code, String text) {}

    /// @param steps as `at_a_terminal.py` takes them
    public Shown plays(List<String> steps, String... command) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("steps"), steps);
        var output = folder.resolve("shown").toFile();
        var all = new ArrayList<>(List.of("python3", player().toString(), file.toString()));
        all.addAll(List.of(command));
        int code = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        var text = Files.readString(output.toPath());
        assertThat(text).doesNotContain("waited in vain");
        return new Shown(code, text);
    }

    /// The program itself, wherever it is started: the tests' class path may be relative.
    public static String[] program(String... words) {
        var classPath = System.getProperty("java.class.path");
        var absolute = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            absolute.add(Path.of(entry).toAbsolutePath().toString());
        }
        return Child.command(words).stream()
                .map(word -> word.equals(classPath) ? String.join(File.pathSeparator, absolute) : word)
                .toArray(String[]::new);
    }

    private static Path player() {
        try {
            return Path.of(Objects.requireNonNull(AtTerminal.class.getResource("/at_a_terminal.py"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
