package dev.freehold.domain.specfile.form;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One key of the spec: what it is called, what it is for, what may stand there and what holds without it.
///
/// @param <O> the record of the group in which the key is
public sealed interface Member<O> {

    String name();

    String description();

    /// A key with a value.
    ///
    /// @param of the value that a spec has there; null where it has none
    record Value<O, T>(String name, Form<T> form, Otherwise otherwise, Function<O, @Nullable T> of, String description)
            implements Member<O> {}

    /// A key with a group of keys.
    record Section<O, T>(String name, Group<T> group, Nulls nulls, Function<O, @Nullable T> of, String description)
            implements Member<O> {}

    /// Whether null may stand at a key, for none.
    enum Nulls {
        ALLOWED,
        REFUSED
    }

    /// A key with a list of groups of keys.
    record Sections<O, T>(String name, Group<T> group, Function<O, List<T>> of, String description)
            implements Member<O> {}

    /// What holds where a key is left out.
    ///
    /// @param words what that is, for a person, where reading works it out from the rest
    record Otherwise(Without without, String words) {
        /// The key must be there.
        public static final Otherwise REQUIRED = new Otherwise(Without.REFUSED, "");

        /// What the default platform has there.
        public static final Otherwise DEFAULT_PLATFORM = new Otherwise(Without.DEFAULT_PLATFORM, "");

        /// Nothing, which `null` says as well.
        public static final Otherwise UNSET = new Otherwise(Without.UNSET, "");

        public static Otherwise workedOut(String words) {
            return new Otherwise(Without.WORKED_OUT, words);
        }
    }

    enum Without {
        REFUSED,
        DEFAULT_PLATFORM,
        UNSET,
        WORKED_OUT
    }
}
