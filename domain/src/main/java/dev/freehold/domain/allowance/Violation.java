package dev.freehold.domain.allowance;

import java.math.BigDecimal;

/// One thing that a spec wants and may not have.
///
/// @param message full sentences: what was found, what is allowed, what to do
/// @param value what was found, in the rule's unit
/// @param limit what is allowed
/// @param path where in the spec, such as `nodes[3].ocpus`
public record Violation(Rule rule, String message, BigDecimal value, BigDecimal limit, String path) {}
