package dev.freehold.domain.journal;

/// One start of a command that may change something. Ids sort by time.
public record RunId(String text) implements Comparable<RunId> {
    public RunId {
        if (!text.matches("[0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("'" + text + "' is not a run id");
        }
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
