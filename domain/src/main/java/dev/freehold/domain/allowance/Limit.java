package dev.freehold.domain.allowance;

import java.math.BigDecimal;

/// One number of an allowance, in its rule's unit, and who says so.
public record Limit(LimitRule rule, BigDecimal amount, String source) {}
