package dev.freehold.ports.person;

/// What only a person can answer.
public interface Questions {

    /// May this be done?
    ///
    /// @param what the question, as a sentence with its question mark
    Approval approve(String what);

    enum Approval {
        GIVEN,
        DENIED,
        /// Nobody is there to ask.
        NOBODY_THERE
    }
}
