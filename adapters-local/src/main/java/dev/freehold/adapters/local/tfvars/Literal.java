package dev.freehold.adapters.local.tfvars;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value that a tfvars file can hold: literals alone, since nothing is computed there.
sealed interface Literal {

    record Text(String value) implements Literal {}

    record Figure(BigDecimal value) implements Literal {}

    record Flag(boolean value) implements Literal {}

    record Nothing() implements Literal {}

    record Many(List<Literal> items) implements Literal {
        public Many {
            items = List.copyOf(items);
        }
    }

    /// Members in the order of the file; of one that stands twice the last counts, as in OpenTofu.
    ///
    /// @param line where it begins
    record Group(Map<String, Member> members, int line) implements Literal {
        public Group {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// @param line where its name stands
    record Member(Literal value, int line) {}

    /// A variable and what it is set to.
    ///
    /// @param line where its name stands, from 1
    record Variable(String name, int line, Literal value) {}
}
