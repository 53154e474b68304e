package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Refused;
import java.math.BigDecimal;
import java.util.Optional;

/// What setup's systems refuse beyond what holds for every kind.
final class SetupRules {

    Optional<Refused> objection(SetupResource wanted) {
        return switch (wanted) {
            case SetupResource.Budget budget -> budget(budget);
            case SetupResource.QuotaPolicy policy -> policy(policy);
            case SetupResource.OciConfiguration _,
                    SetupResource.SshKeyPair _,
                    SetupResource.SettingsFile _,
                    SetupResource.TailnetCredential _,
                    SetupResource.AgeIdentity _,
                    SetupResource.FluxRepository _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _,
                    SetupResource.Compartment _,
                    SetupResource.BudgetAlertRule _ -> Optional.empty();
        };
    }

    private static Optional<Refused> budget(SetupResource.Budget budget) {
        var amount = budget.amount().amount();
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return whole && amount.compareTo(BigDecimal.ONE) >= 0
                ? Optional.empty()
                : Optional.of(new Refused(
                        "InvalidParameter",
                        "amount must be a whole number of at least 1, not " + amount.toPlainString() + "."));
    }

    private static Optional<Refused> policy(SetupResource.QuotaPolicy policy) {
        return QuotaStatements.unreadable(policy.statements())
                .map(statement ->
                        new Refused("InvalidParameter", "The quota statement is not valid: '" + statement + "'."));
    }
}
