package dev.freehold.domain.allowance;

import java.math.BigDecimal;

/// What a tenancy's own service limit allows at most. In a paying tenancy it is a ceiling, never a gift.
///
/// @param amount in the rule's unit
/// @param name Oracle's own name of the limit, such as `standard-a1-core-count`
public record ServiceLimit(LimitRule rule, BigDecimal amount, String name) {}
