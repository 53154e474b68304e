package dev.freehold.engine.deploy;

import java.util.Optional;

/// What a run did, and why it did not do more if it was refused something. Its report's result is `refused`
/// exactly where there is a refusal.
public record RunOutcome(RunReport report, Optional<Refusal> refusal) {}
