package dev.freehold.domain.output;

/// An Oracle Cloud identifier: `ocid1.<type>.<realm>.[region][.future].<unique id>`, at most 255 characters. Oracle
/// asks clients to take it as it comes, so nothing more is expected of it than that it can be one.
///
/// Source: Oracle's documentation, "Resource Identifiers", OCID syntax.
public record Ocid(String text) {
    private static final int LONGEST = 255;

    public Ocid {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("'" + text + "' can't be an OCID");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
