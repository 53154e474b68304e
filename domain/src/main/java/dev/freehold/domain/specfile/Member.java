package dev.freehold.domain.specfile;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One key of the spec: what it is called, what it is for, what may stand there and what holds without it.
///
/// @param <O> the record of the group in which the key is
sealed interface Member<O> {

    String name();

    String description();

    /// A key with a value.
    ///
    /// @param of the value that a spec has there; null where it has none
    record Value<O, T>(String name, Form<T> form, Otherwise otherwise, Function<O, @Nullable T> of, String description)
            implements Member<O> {}

    /// A key with a group of keys.
    ///
    /// @param nullable whether null may stand there, for none
    record Section<O, T>(String name, Group<T> group, boolean nullable, Function<O, @Nullable T> of, String description)
            implements Member<O> {}

    /// A key with a list of groups of keys.
    record Sections<O, T>(String name, Group<T> group, Function<O, List<T>> of, String description)
            implements Member<O> {}

    /// What holds where a key is left out.
    sealed interface Otherwise {
        /// What the default platform has there.
        record DefaultPlatform() implements Otherwise {}

        /// Nothing: the key must be there.
        record Required() implements Otherwise {}

        /// No value, which `null` says as well.
        record Unset() implements Otherwise {}

        /// What reading works out from the rest.
        ///
        /// @param words what that is, for a person
        record WorkedOut(String words) implements Otherwise {}
    }
}
