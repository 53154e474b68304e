package dev.freehold.app.shell;

/// Where the program starts.
public final class Freehold {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final int DONE = 0;
    private static final int BAD_USAGE = 2;

    private Freehold() {}

    /// Runs one command and ends the JVM with its exit code.
    public static void main(String[] args) {
        var code = run(args);
        if (code != DONE) {
            System.exit(code);
        }
    }

    /// Runs one command, and gives its exit code.
    static int run(String... words) {
        if (words.length == 1 && words[0].equals("--version")) {
            System.out.println("freehold " + VERSION);
            return DONE;
        }
        System.err.println("error: Only --version is there yet.");
        return BAD_USAGE;
    }
}
