package dev.freehold.engine.pace;

import dev.freehold.domain.resource.SystemName;
import java.util.Arrays;

/// How many calls may be under way in each system at once.
public final class Bounds {
    /// What a free tenancy, small hosts and one computer take without being throttled; an estimate.
    public static final Bounds USUAL = new Bounds(new int[SystemName.values().length])
            .with(SystemName.LOCAL, 4)
            .with(SystemName.BUILDER, 2)
            .with(SystemName.GIT, 1)
            .with(SystemName.OCI, 8)
            .with(SystemName.TAILNET, 4)
            .with(SystemName.PROXMOX, 8)
            .with(SystemName.TALOS, 4)
            .with(SystemName.KUBERNETES, 4);

    /// Everything that can go at once does.
    public static final Bounds NONE = unbounded();

    private final int[] calls;

    private Bounds(int[] calls) {
        this.calls = calls;
    }

    private static Bounds unbounded() {
        var calls = new int[SystemName.values().length];
        Arrays.fill(calls, Integer.MAX_VALUE);
        return new Bounds(calls);
    }

    /// @throws IllegalArgumentException if `atMost` is less than one: no work would ever be done
    public Bounds with(SystemName system, int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("at least one call must be allowed in " + system.word());
        }
        var copy = calls.clone();
        copy[place(system)] = atMost;
        return new Bounds(copy);
    }

    public int of(SystemName system) {
        return calls[place(system)];
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array of this process alone
    private static int place(SystemName system) {
        return system.ordinal();
    }
}
