package dev.freehold.domain.journal;

/// Why an operation was given up.
///
/// @param kind what sort of failure it was
/// @param words what happened and what to do, for a person; a vendor's own code and words among them, secrets
///     never
public record Failure(Kind kind, String words) {
    public enum Kind {
        /// The system is full and stayed so for as long as was allowed.
        NO_ROOM,
        /// A limit, a quota or a right forbids it.
        REFUSED,
        /// The system was too busy for too long.
        BUSY,
        /// No answer came; it may have happened.
        SILENT,
        /// An answer that nobody foresaw.
        UNFORESEEN,
        /// A gate's deadline passed.
        NOT_IN_TIME,
        /// The run was interrupted before it was done.
        INTERRUPTED
    }
}
