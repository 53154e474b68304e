package dev.freehold.app.shell.text;

import dev.freehold.domain.plan.Action;
import dev.freehold.domain.plan.Change;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.plan.PlannedPlatform;
import org.jspecify.annotations.Nullable;

/// What `plan` shows: what would change, phase by phase, and why.
public final class PlanText {
    private PlanText() {}

    public static void write(Page page, PlannedPlatform planned) {
        changes(page, planned.plan());
        FiguresText.accepted(page, planned.ledger());
        FiguresText.violations(page, planned.violations());
        FiguresText.remarks(page, planned.fit());
        if (!planned.plan().blockedBy().isEmpty()) {
            page.line("A deployment would be refused, for this would be left standing on nothing:");
        }
        for (var obstacle : planned.plan().blockedBy()) {
            page.point("-", obstacle.words());
        }
        if (!planned.plan().heldClaims().isEmpty()) {
            page.line("A deployment would be refused, for what only one can have would be two's:");
        }
        for (var held : planned.plan().heldClaims()) {
            page.point("-", held.words());
        }
        page.line("A month costs "
                + FiguresText.dollars(planned.ledger().forecast().usdPerMonth()) + " at list price.");
        planned.unknown().forEach((id, why) -> page.point("?", id + " could not be looked at: " + why));
        adopted(page, planned.plan());
        boolean nothingKnown =
                !planned.unknown().isEmpty() && planned.plan().summary().changesNothing();
        page.line(nothingKnown ? "No changes are known of what could be looked at." : summary(planned.plan()));
    }

    /// How much stands already and would be taken.
    public static void adopted(Page page, Plan plan) {
        int adopt = plan.summary().adopt();
        if (adopt > 0) {
            page.prose((adopt == 1 ? "One thing stands" : adopt + " things stand")
                    + " already, and would be adopted (marked >).");
        }
    }

    /// The last line, which scripts look for.
    public static String summary(Plan plan) {
        var summary = plan.summary();
        return summary.changesNothing()
                ? "No changes."
                : "Plan: " + summary.create() + " to create, " + summary.update() + " to update, " + summary.replace()
                        + " to replace, " + summary.delete() + " to delete.";
    }

    public static void changes(Page page, Plan plan) {
        Phase phase = null;
        for (var change : plan.changes()) {
            if (change.action() == Action.KEEP) {
                continue;
            }
            phase = heading(page, phase, change);
            // What is merely new needs no more words than its id.
            var why = change.action() == Action.CREATE && change.before() == null ? brought(change) : reasons(change);
            page.line(mark(page, change.action()) + ' ' + change.id() + (why.isEmpty() ? "" : ": " + why));
            for (var setting : change.settings()) {
                page.point(
                        "  " + setting.setting() + ':',
                        setting.before().words() + " -> " + setting.after().words());
            }
        }
        if (phase != null) {
            page.blank();
        }
    }

    private static Phase heading(Page page, @Nullable Phase before, Change change) {
        var phase = change.id().phase();
        if (phase != before) {
            if (before != null) {
                page.blank();
            }
            page.line(page.ink().bold("Phase " + phase.word()));
        }
        return phase;
    }

    private static String mark(Page page, Action action) {
        return switch (action) {
            case CREATE -> page.ink().green("  +");
            case ADOPT -> page.ink().yellow("  >");
            case UPDATE -> page.ink().yellow("  ~");
            case REPLACE -> page.ink().yellow("-/+");
            case DELETE -> page.ink().red("  -");
            case KEEP -> "   ";
        };
    }

    private static String reasons(Change change) {
        return String.join(
                "; ", change.reasons().stream().map(reason -> reason.words()).toList());
    }

    private static String brought(Change change) {
        return String.join(
                "; ",
                change.reasons().stream()
                        .filter(reason -> !(reason instanceof dev.freehold.domain.plan.Reason.NotThereYet))
                        .map(reason -> reason.words())
                        .toList());
    }
}
