package dev.freehold.domain.spec;

import dev.freehold.domain.quantity.Usd;

/// The budget on the compartment.
///
/// @param alert the spending of a month at which Oracle sends its mail
/// @param email who gets it
public record BudgetSpec(Usd alert, String email) {}
