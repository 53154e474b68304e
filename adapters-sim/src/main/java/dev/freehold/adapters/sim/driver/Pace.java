package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import java.time.Duration;

/// How long each call takes: the profile's time for it, times a factor that the seed draws for this id, act
/// and attempt. Seed 0 draws none. The factors are log-normal with median 1: most calls take about as long as
/// ever, a few much longer, as waits on others do.
final class Pace {
    /// To look takes a round trip or two, whatever is looked at.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final double LEAST = 0.4;
    private static final double MOST = 6;

    private final Durations durations;
    private final Seed seed;

    Pace(Durations durations, Seed seed) {
        this.durations = durations;
        this.seed = seed;
    }

    Duration of(Act act, ResourceId id, Node node, int attempt) {
        var usual = switch (act) {
            case OBSERVE -> LOOK;
            case CREATE -> durations.of(Operation.CREATE, node);
            case UPDATE -> durations.of(Operation.UPDATE, node);
            case DELETE -> durations.of(Operation.DELETE, node);
            case AWAIT -> durations.of(Operation.AWAIT, node);
        };
        if (seed.isZero() || usual.isZero()) {
            return usual;
        }
        double normal = seed.normal(id.text(), question(act, attempt));
        double factor = Math.clamp(Math.exp(spread(node.system()) * normal), LEAST, MOST);
        return Duration.ofMillis(Math.round(usual.toMillis() * factor));
    }

    private static long question(Act act, int attempt) {
        long number = switch (act) {
            case OBSERVE -> 0;
            case CREATE -> 1;
            case UPDATE -> 2;
            case DELETE -> 3;
            case AWAIT -> 4;
        };
        return number * 1_000_000 + attempt;
    }

    /// The deviation of the factor's logarithm: how much one call differs from the next.
    private static double spread(SystemName system) {
        return switch (system) {
            case LOCAL, GIT -> 0.10;
            case BUILDER, PROXMOX -> 0.20;
            case TALOS, TAILNET -> 0.25;
            case OCI -> 0.35;
            case KUBERNETES -> 0.40;
        };
    }
}
