package dev.freehold.ports.probe;

import dev.freehold.domain.quantity.Usd;
import java.util.List;
import java.util.Optional;

/// What the tenancy has cost this month, and what guards it.
///
/// @param costs by service; services that cost nothing may be absent
/// @param alert the budget's alert rule; absent where there is none
/// @param quotas the statements of the quota policy in force; empty where there is none
public record BillingFacts(List<Cost> costs, Optional<Alert> alert, List<String> quotas) {
    public BillingFacts {
        costs = List.copyOf(costs);
        quotas = List.copyOf(quotas);
    }

    public record Cost(String service, Usd amount) {}

    public record Alert(Usd at, String email) {}
}
