package dev.freehold.domain.output;

/// The absolute path of a file or folder on this computer.
public record FilePath(String text) {
    public FilePath {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("'" + text + "' can't be the path of a file");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
