package dev.freehold.engine.offender;

/// Starts a program with all variables of this process, on purpose.
public final class StartsAProgram {
    private StartsAProgram() {}

    public static ProcessBuilder program() {
        return new ProcessBuilder("true");
    }
}
