package dev.freehold.ports.probe;

import dev.freehold.domain.quantity.Usd;
import java.util.List;
import java.util.Optional;

/// What the tenancy has cost this month, and what guards it.
///
/// @param costs by service; services that cost nothing may be absent
/// @param counted has Oracle counted anything of this month yet? It lags by hours, and until then no costs mean
///     nothing
/// @param budget absent where there is none
/// @param alert the budget's alert rule; absent where there is none
/// @param quotas the statements of the quota policy in force; empty where there is none
public record BillingFacts(
        List<Cost> costs, boolean counted, Optional<Budget> budget, Optional<Alert> alert, List<String> quotas) {
    public BillingFacts {
        costs = List.copyOf(costs);
        quotas = List.copyOf(quotas);
    }

    public record Cost(String service, Usd amount) {}

    /// The budget as Oracle reckons it, about once a day.
    ///
    /// @param state OCI's lifecycle state, `ACTIVE` while it watches
    /// @param spent of this month; absent where it was not reckoned yet
    public record Budget(String state, Optional<Usd> spent) {}

    public record Alert(Usd at, String email) {}
}
