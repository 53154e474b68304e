package dev.freehold.domain.specfile;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Problem;
import java.util.List;

/// Reads a spec from its document.
public final class SpecReader {
    private SpecReader() {}

    /// Never throws, and reports everything that is wrong, not the first thing.
    public static SpecReading read(Document document) {
        return new SpecReading.Faulty(List.of(Problem.at(document.line(), "", "reading a spec is not there yet")));
    }
}
