package dev.freehold.domain.specfile;

import dev.freehold.domain.document.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one reading has found wrong so far.
final class Problems {
    /// More than anybody reads; a file of nothing but faults must not fill the memory with them.
    static final int MOST = 10_000;

    private final List<Problem> found = new ArrayList<>();

    void add(Place place, String message) {
        if (found.size() < MOST) {
            found.add(Problem.at(place.line(), place.path(), message));
        } else if (found.size() == MOST) {
            found.add(Problem.at(
                    place.line(),
                    "",
                    "there are more problems than these " + MOST + "; correct them, then read the file again"));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /// In the order of the file's lines, those of one line in the order of their finding.
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
