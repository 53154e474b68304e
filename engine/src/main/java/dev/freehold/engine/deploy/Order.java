package dev.freehold.engine.deploy;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.run.Goal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an execution is to carry out.
sealed interface Order {

    /// @param asked the layers that were asked for
    /// @param layers in the order in which they are approved
    /// @param verb what is done to a layer, for a question
    /// @param allowed may this much stand at once?
    /// @param quota above what of it nothing may rise meanwhile
    /// @param goal absent when destroying
    record Carry(
            Plan plan,
            Set<Layer> asked,
            List<Layer> layers,
            String verb,
            Predicate<Usage> allowed,
            Usage quota,
            @Nullable Goal goal)
            implements Order {}

    record Refuse(Refusal refusal) implements Order {}
}
