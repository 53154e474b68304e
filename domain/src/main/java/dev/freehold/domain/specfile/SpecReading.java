package dev.freehold.domain.specfile;

import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.spec.Spec;
import java.util.List;

/// What came of reading a spec: the spec with every default filled in, or everything that is wrong with it.
public sealed interface SpecReading {

    record Sound(Spec spec) implements SpecReading {}

    /// @param problems at least one, in the order of their lines
    record Faulty(List<Mistake> problems) implements SpecReading {
        public Faulty {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a spec is not faulty for no reason");
            }
        }
    }
}
