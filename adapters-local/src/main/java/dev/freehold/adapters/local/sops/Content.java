package dev.freehold.adapters.local.sops;

import java.time.OffsetDateTime;
import java.util.List;

/// What a document holds, as SOPS sees it: comments are content, in their order among the rest.
sealed interface Content {

    record Branch(List<Entry> entries) implements Content {
        public Branch {
            entries = List.copyOf(entries);
        }
    }

    /// What a branch is made of.
    sealed interface Entry {}

    record Pair(String key, Content value) implements Entry {}

    record Items(List<Content> items) implements Content {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A line of comment, without its `#`. It belongs to what follows it.
    ///
    /// @param inline whether it stands behind what follows, on the same line
    record Comment(String text, boolean inline) implements Content, Entry {}

    record Text(String value) implements Content {}

    record Whole(long value) implements Content {}

    record Real(double value) implements Content {}

    record Flag(boolean value) implements Content {}

    record Moment(OffsetDateTime value) implements Content {}

    record Nothing() implements Content {}
}
