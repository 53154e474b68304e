package dev.freehold.engine;

import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/// Takes a layer back to an earlier completed deployment: a plan like any other, by that deployment's spec.
public final class RollbackLayer {
    private final Target target;
    private final Function<String, Spec> specs;

    /// @param specs reads the text of a spec
    public RollbackLayer(Target target, Function<String, Spec> specs) {
        this.target = target;
        this.specs = specs;
    }

    /// @param number the rollback point's; the one before what stands now if left out
    public record Request(Phase layer, OptionalInt number, boolean approved, Invocation by) {}

    public RunOutcome rollback(Request request, Audience audience) {
        return Soon.comes(target.name() + specs);
    }

    /// The points kept of `layer`, oldest first.
    public List<RollbackPointKept> points(Phase layer) {
        return Soon.comes(target.name() + layer);
    }
}
