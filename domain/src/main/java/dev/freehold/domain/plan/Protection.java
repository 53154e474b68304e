package dev.freehold.domain.plan;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plan may not delete or replace.
///
/// @param named by the spec; nothing but the spec lifts that
/// @param lifted what holds data and may be lost this once
/// @param guardsData whether what holds data is protected by itself
public record Protection(List<Glob> named, List<Glob> lifted, boolean guardsData) {
    /// The option of a command that lifts the protection of what holds data.
    public static final String LIFT = "--unprotect";

    /// What the path of a violation begins with that only the spec lifts.
    public static final String KEY = "protect[";

    /// Nothing that holds data may go, and everything else.
    public static final Protection OF_DATA = new Protection(List.of(), List.of(), true);

    /// Everything may go.
    public static final Protection NONE = new Protection(List.of(), List.of(), false);

    public Protection {
        named = List.copyOf(named);
        lifted = List.copyOf(lifted);
    }

    /// Of what a plan by whatever spec may not take along unseen.
    public static Protection of(Spec spec, List<Glob> lifted) {
        return new Protection(spec.protect(), lifted, true);
    }

    /// Of what stays even where somebody asks for a layer to be destroyed: data goes with its layer.
    public static Protection ofNamed(Spec spec) {
        return new Protection(spec.protect(), List.of(), false);
    }

    /// What the node of that id holds that protects it by itself; empty where it holds nothing of the sort.
    public static Optional<String> heldBy(ResourceId id, Map<ResourceId, Standing> standing) {
        return HeldData.of(standing).of(id);
    }

    /// Everything protected that `plan` would take away, in its order.
    ///
    /// @param standing what is known of every node of every layer
    public List<Violation> violations(Plan plan, Map<ResourceId, Standing> standing) {
        var data = guardsData ? HeldData.of(standing) : HeldData.NONE;
        var violations = new ArrayList<Violation>();
        for (var change : plan.changes()) {
            var known = standing.get(change.id());
            if (known != null && isLost(change, known)) {
                byName(change).or(() -> byData(change, data)).ifPresent(violations::add);
            }
        }
        return List.copyOf(violations);
    }

    /// A removal that an earlier run began was allowed then, and a creation that came to nothing holds nothing.
    private static boolean isLost(Change change, Standing known) {
        boolean goes = change.action() == Action.DELETE || change.action() == Action.REPLACE;
        boolean whole = switch (known) {
            case Standing.Stands _ -> true;
            case Standing.InDoubt doubt -> doubt.operation() == Operation.UPDATE;
        };
        return goes && whole;
    }

    private Optional<Violation> byName(Change change) {
        for (int at = 0; at < named.size(); at++) {
            var glob = named.get(at);
            if (glob.matches(change.id().text())) {
                return Optional.of(violation(
                        would(change) + " The spec protects it by '" + glob
                                + "': take that out of protect, if it may go.",
                        KEY + at + "]"));
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> byData(Change change, HeldData data) {
        var id = change.id().text();
        if (lifted.stream().anyMatch(glob -> glob.matches(id))) {
            return Optional.empty();
        }
        return data.of(change.id())
                .map(what -> violation(
                        would(change) + " It holds " + what + ": if that may be lost, say " + LIFT + ' ' + id + '.',
                        id));
    }

    private static String would(Change change) {
        var why = String.join("; ", change.reasons().stream().map(Reason::words).toList());
        return change.id() + " would be " + (change.action() == Action.DELETE ? "deleted" : "replaced")
                + ", because it " + why + '.';
    }

    private static Violation violation(String message, String path) {
        return new Violation(PlanRule.PROTECTED, message, BigDecimal.ONE, BigDecimal.ZERO, path);
    }
}
