package dev.freehold.domain.specfile.form;

import dev.freehold.domain.document.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one reading has found wrong so far.
public final class Mistakes {
    /// More than anybody reads; a file of nothing but faults must not fill the memory with them.
    public static final int MOST = 10_000;

    private final List<Mistake> found = new ArrayList<>();

    public void add(Place place, String message) {
        if (found.size() < MOST) {
            found.add(Mistake.at(place.line(), place.path(), message));
        } else if (found.size() == MOST) {
            found.add(Mistake.at(
                    place.line(),
                    "",
                    "there are more problems than these " + MOST + "; correct them, then read the file again"));
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    /// In the order of the file's lines, those of one line in the order of their finding.
    public List<Mistake> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
