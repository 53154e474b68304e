package dev.freehold.lab.machine;

/// What a machine's file system says no to; nothing was read or changed.
public final class FileRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    private FileRefusal(String path, String reason) {
        super(path + ": " + reason);
        this.reason = reason;
    }

    static FileRefusal denied(String path) {
        return new FileRefusal(path, "Permission denied");
    }

    static FileRefusal full(String path) {
        return new FileRefusal(path, "No space left on device");
    }

    /// In the system's words, without the path.
    public String reason() {
        return reason;
    }
}
