package dev.freehold.domain.specfile;

import dev.freehold.domain.document.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one reading has found wrong so far.
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Place place, String message) {
        found.add(Problem.at(place.line(), place.path(), message));
    }

    boolean none() {
        return found.isEmpty();
    }

    /// In the order of the file's lines, those of one line in the order of their finding.
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
