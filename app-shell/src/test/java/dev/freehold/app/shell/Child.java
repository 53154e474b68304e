package dev.freehold.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program in a process of its own, with variables of its own, and nobody at its input.
public final class Child {
    private Child() {}

    /// Runs it to its end.
    ///
    /// @param environment what it sees beside this process's variables
    public static Started with(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("out", "");
        var err = Files.createTempFile("err", "");
        try {
            var builder = new ProcessBuilder(command(words))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            return new Started(code, Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static List<String> command(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.freehold.app.shell.Freehold"));
        command.addAll(List.of(words));
        return command;
    }
}
