package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.call.Attempts;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.domain.spec.Glob;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Faults that the seed draws, each call on its own: the luck of one does not depend on the others. Seed 0
/// draws none.
public final class RandomFaults implements Misfortune {
    /// How often a call goes wrong. The figures are ours, for a rehearsal on an ordinary bad day: rare enough
    /// that most runs pass, common enough that no run is without.
    private static final double THROTTLED = 0.010;
    private static final double SERVER_ERROR = 0.010;
    private static final double TIMEOUT = 0.003;
    private static final double RESPONSE_LOST = 0.003;
    /// Free hosts are scarce; a launch that is turned away comes back a few times.
    private static final double NO_ROOM_FOR_A_MACHINE = 0.10;

    private static final int QUESTIONS = 100; // fewer attempts than that have questions of their own

    private final Seed seed;
    private final Attempts attempts = new Attempts();
    private final Map<Mishap, Optional<Fault>> faults = new EnumMap<>(Mishap.class);

    public RandomFaults(Seed seed) {
        this.seed = seed;
        for (var mishap : Mishap.values()) {
            faults.put(mishap, Optional.of(new Fault(Glob.of("*"), Optional.empty(), mishap, 1, When.BEFORE)));
        }
    }

    @Override
    public Optional<Fault> strike(ResourceId id, Node node, Act act) {
        if (seed.isZero() || node.system() == SystemName.LOCAL || node.system() == SystemName.GIT) {
            return Optional.empty();
        }
        long question = act.word().charAt(0) * (long) QUESTIONS + attempts.next(id, act);
        double share = seed.share(id.text(), -question);
        if (share < THROTTLED) {
            return fault(Mishap.THROTTLED);
        }
        share -= THROTTLED;
        if (share < SERVER_ERROR) {
            return fault(Mishap.SERVER_ERROR);
        }
        share -= SERVER_ERROR;
        if (share < TIMEOUT) {
            return fault(Mishap.TIMEOUT);
        }
        share -= TIMEOUT;
        if (share < RESPONSE_LOST) {
            return fault(Mishap.RESPONSE_LOST);
        }
        share -= RESPONSE_LOST;
        boolean launch = node instanceof OciResource.Instance && act == Act.CREATE;
        return launch && share < NO_ROOM_FOR_A_MACHINE ? fault(Mishap.NO_ROOM) : Optional.empty();
    }

    private Optional<Fault> fault(Mishap mishap) {
        return faults.getOrDefault(mishap, Optional.empty());
    }
}
