package dev.freehold.app.shell;

/// Where the program starts.
public final class Freehold {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final int BAD_USAGE = 2;

    private Freehold() {}

    /// Answers `--version`; the other commands are not there yet.
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("freehold " + VERSION);
            return;
        }
        System.err.println("error: Only --version is there yet.");
        System.exit(BAD_USAGE);
    }
}
