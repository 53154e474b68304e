package dev.freehold.domain.plan;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.resource.SettingChange;
import java.math.BigDecimal;
import java.util.List;

/// What may be taken over of what stands already: only what is as it is wanted. Anything else would change what
/// somebody else may still be using, on the word of a spec that never knew of it.
public final class Adoption {
    private Adoption() {}

    /// Everything that stands in the way of `plan`, in its order.
    public static List<Violation> violations(Plan plan) {
        return plan.changes().stream()
                .filter(change ->
                        change.action() == Action.ADOPT && !change.settings().isEmpty())
                .map(Adoption::violation)
                .toList();
    }

    private static Violation violation(Change change) {
        var differences = change.settings().stream().map(Adoption::words).toList();
        return new Violation(
                PlanRule.ADOPTION,
                change.id() + " stands already, is in no state of this home, and is not as the spec has it: "
                        + String.join(", ", differences)
                        + ". Bring back the state that knows of it, write the spec as it stands, or remove it.",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                change.id().text());
    }

    private static String words(SettingChange change) {
        return change.setting() + " is " + change.before().words() + " and not "
                + change.after().words();
    }
}
