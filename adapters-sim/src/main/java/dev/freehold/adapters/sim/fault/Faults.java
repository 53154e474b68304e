package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// The faults of a list, each as many times as it says, counted in this process. Of several that concern one
/// call the first that is left strikes.
public final class Faults implements Misfortune {
    private final List<Fault> faults;
    private final int[] left;

    public Faults(List<Fault> faults) {
        this.faults = List.copyOf(faults);
        this.left = faults.stream().mapToInt(Fault::times).toArray();
    }

    @Override
    public Optional<Fault> strike(ResourceId id, Node node, Act act) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0 && faults.get(i).concerns(id, act)) {
                left[i]--;
                return Optional.of(faults.get(i));
            }
        }
        return Optional.empty();
    }
}
