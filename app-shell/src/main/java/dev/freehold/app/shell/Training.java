package dev.freehold.app.shell;

import java.util.List;

/// Runs the commands whose start should be quick, while the build records their classes for the AOT cache.
///
/// It runs in an empty folder, which is removed afterwards: commands may leave there what they like. A
/// command that fails fails the build.
final class Training {
    /// Add a command here when its classes are not loaded by one that is here already.
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("help"),
            List.of("plan"),
            List.of("plan", "-o", "json"),
            List.of("quota"),
            List.of("fit"),
            List.of("addresses"),
            List.of("deploy", "--yes"),
            List.of("plan"),
            List.of("status"),
            List.of("validate"),
            List.of("state", "list"));

    private Training() {}

    public static void main(String[] args) {
        for (var words : COMMANDS) {
            var code = Freehold.run(words.toArray(String[]::new));
            if (code != 0) {
                System.err.println("freehold " + String.join(" ", words) + ": exit " + code);
                System.exit(code);
            }
        }
    }
}
