package dev.freehold.domain.spec;

import dev.freehold.domain.quantity.Usd;

/// The account on Oracle Cloud: where in it the platform is, and what it may take and cost.
///
/// @param allowance the id of what Oracle gives it for free
/// @param acceptUsdPerMonth what may cost money at list price up to this is planned, and said; zero refuses
///     it
public record AccountSpec(
        String allowance, String region, String compartment, Usd acceptUsdPerMonth, BudgetSpec budget) {}
