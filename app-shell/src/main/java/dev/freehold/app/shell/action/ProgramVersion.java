package dev.freehold.app.shell.action;

/// Which Freehold this is.
public final class ProgramVersion {
    public static final String NUMBER = "0.1.0-SNAPSHOT";

    public static final String LINE = "freehold " + NUMBER;

    private ProgramVersion() {}
}
