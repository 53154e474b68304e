package dev.freehold.ports.program;

import java.util.List;
import java.util.Map;

/// Starts other programs. Nothing else in Freehold does: a program that is started gets the variables that its
/// [Purpose] names, and not the others that this process has.
public final class Programs {
    private Programs() {}

    /// A program to start, for that purpose.
    ///
    /// @param command the program and its arguments; no secret among them, for everybody on the computer can
    /// read them
    public static ProcessBuilder of(Purpose purpose, List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !purpose.lets(name));
        return builder;
    }

    /// A program to start that gets these variables and no others.
    public static ProcessBuilder of(Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
