package dev.freehold.validation;

/// One fact held against what the platform should be.
///
/// @param what the fact, as a noun phrase
public record Finding(String what, String expected, String actual, Outcome result) {

    /// Passes if both are equal.
    static Finding same(String what, Object expected, Object actual) {
        return new Finding(
                what, expected.toString(), actual.toString(), expected.equals(actual) ? Outcome.PASS : Outcome.FAIL);
    }

    static Finding that(boolean holds, String what, String expected, String actual) {
        return new Finding(what, expected, actual, holds ? Outcome.PASS : Outcome.FAIL);
    }

    /// Something to know that fails nothing.
    static Finding warning(String what, String expected, String actual) {
        return new Finding(what, expected, actual, Outcome.WARNING);
    }

    static Finding missing(String what, String expected) {
        return new Finding(what, expected, "not there", Outcome.FAIL);
    }

    static Finding skipped(String what, String because) {
        return new Finding(what, "nothing", because, Outcome.SKIPPED);
    }
}
