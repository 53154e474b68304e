package dev.freehold.adapters.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program that others wrote.
public final class Program {
    private Program() {}

    /// What it ended with, and everything it said on either output.
    public record Result(int code, String said) {}

    /// Runs it to its end; where it is not installed the test is skipped, but not where everything has to be.
    public static Result run(String... command) throws IOException, InterruptedException {
        return in(Path.of(""), command);
    }

    /// The same in a folder.
    public static Result in(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw missing;
        }
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said);
    }
}
