package dev.freehold.adapters.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second JVM with the tests' classes.
public final class AnotherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private AnotherProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static AnotherProcess running(Class<?> main, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            return new AnotherProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public long id() {
        return process.pid();
    }

    /// The next line that it prints; throws if it ended instead.
    public String line() {
        try {
            var line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the other process ended before it said anything more");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Kills it as `kill -9` does; what it had printed and nobody had read yet.
    public List<String> kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // the process's own would close what is still to be read
        var rest = lines.lines().toList();
        process.waitFor();
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
