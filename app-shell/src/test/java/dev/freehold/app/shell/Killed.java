package dev.freehold.app.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program in a process of its own, which the operating system kills (SIGKILL) in the middle of its work.
public final class Killed {
    private Killed() {}

    /// Kills it as soon as it has printed so many lines.
    ///
    /// @return whether it was killed; false if it ended by itself before that
    public static boolean afterLines(int lines, String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Child.command(words))
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int line = 0; line < lines; line++) {
                if (said.readLine() == null) {
                    break;
                }
            }
            process.destroyForcibly();
        }
        return process.waitFor() == 137;
    }

    /// Kills it as soon as there is such a file.
    ///
    /// @return whether it was killed; false if it ended by itself before that
    public static boolean onceThereIs(Path file, String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Child.command(words))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && !Files.exists(file)) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        return process.waitFor() == 137;
    }
}
