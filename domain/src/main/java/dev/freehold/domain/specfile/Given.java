package dev.freehold.domain.specfile;

import dev.freehold.domain.specfile.form.Place;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a file says at one place, or what holds because it says nothing.
///
/// @param value null where the file says something faulty, or nothing and nothing holds
/// @param written whether the file says anything
/// @param place of the key; of the group around it where it is not written
record Given<T>(@Nullable T value, boolean written, Place place) {

    /// Nothing is written, and it must be worked out.
    boolean isOpen() {
        return value == null && !written;
    }

    /// A faulty value, which has been reported: nothing more is to be said about it.
    boolean isFaulty() {
        return value == null && written;
    }

    /// @throws IllegalStateException where there is none; ask first
    T sound() {
        if (value == null) {
            throw new IllegalStateException("there is no sound value at " + place.path());
        }
        return value;
    }

    Given<T> or(T other) {
        return isOpen() ? new Given<>(other, false, place) : this;
    }

    <U> Given<U> map(Function<T, U> change) {
        return new Given<>(value == null ? null : change.apply(value), written, place);
    }
}
