package dev.freehold.domain.plan;

/// What becomes of something that stands.
enum Removal {
    /// It stays.
    NO,
    /// It is deleted, and nothing comes in its place.
    FOR_GOOD,
    /// It is deleted, and made anew after.
    TO_BE_MADE_ANEW,
    /// It is not there any more, or never came to be, and is made (anew).
    ALREADY
}
