package dev.freehold.adapters.sim;

import dev.freehold.adapters.sim.probe.ListPrice;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.adapters.sim.world.Unshared;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.world.WorldChange;
import dev.freehold.ports.world.WorldLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what really stands in a simulated world after each of its changes, and remembers when that was more than
/// may stand, or two things had what only one can have. It shares nothing with those who plan and schedule: it sees
/// the world's log alone, counts by Oracle's limits and prices as the world has them, and so can contradict them.
public final class Witness {
    private final String allowance;
    private final Tenancy free;
    private final Tenancy granted;
    private final Usd accepted;
    private final Map<ResourceId, Resource> standing = new HashMap<>();
    private final Map<TenancyLimit, Long> used = new EnumMap<>(TenancyLimit.class);
    private final Map<String, Integer> holders = new HashMap<>();
    private final List<String> seen = new ArrayList<>();

    /// @param allowance what may stand for nothing, by its id
    /// @param accepted what may be billed a month; zero: nothing may lie above the allowance
    public Witness(String allowance, Usd accepted) {
        this.allowance = allowance;
        this.accepted = accepted;
        this.free = Tenancy.granted(allowance, false);
        this.granted = Tenancy.granted(allowance, accepted.amount().signum() > 0);
    }

    /// A log that remembers nothing and shows the witness everything.
    WorldLog log() {
        return new WorldLog() {
            @Override
            public void append(WorldChange change) {
                see(change);
            }

            @Override
            public List<WorldChange> entries() {
                return List.of();
            }
        };
    }

    private void see(WorldChange change) {
        if (!(change.node() instanceof Resource resource)) {
            return;
        }
        var id = resource.id();
        var before = change.what() == WorldChange.What.REMOVED ? standing.remove(id) : standing.put(id, resource);
        if (before != null) {
            count(before, Unshared.of(before), -1);
        }
        if (change.what() != WorldChange.What.REMOVED) {
            var has = Unshared.of(resource);
            count(resource, has, 1);
            judge(resource, has, change);
        }
    }

    private void count(Resource resource, List<String> has, int times) {
        for (var limit : TenancyLimit.values()) {
            long taken = limit.takenBy(resource);
            if (taken != 0) {
                used.merge(limit, times * taken, Long::sum);
            }
        }
        for (var had : has) {
            holders.merge(had, times, Integer::sum);
        }
    }

    private void judge(Resource changed, List<String> has, WorldChange change) {
        for (var had : has) {
            if (holders.getOrDefault(had, 0) > 1) {
                seen.add(change.at() + ": " + changed.id() + " has " + had + ", and something else has it too.");
            }
        }
        for (var limit : TenancyLimit.values()) {
            long now = limit.takenBy(changed) == 0 ? 0 : used(limit);
            if (now > free.limit(limit) && (now > granted.limit(limit) || !isPaidFor())) {
                seen.add(change.at() + ": with " + changed.id() + " there stands " + now + " of " + limit.oci() + ".");
            }
        }
    }

    private long used(TenancyLimit limit) {
        return used.getOrDefault(limit, 0L);
    }

    private boolean isPaidFor() {
        var bill = BigDecimal.ZERO;
        for (var price : ListPrice.values()) {
            bill = bill.add(price.aMonth(used(price.counted()), allowance).amount());
        }
        return bill.compareTo(accepted.amount()) <= 0;
    }

    /// Did ever more stand than may, or two things have what only one can have?
    public boolean sawTooMuch() {
        return !seen.isEmpty();
    }

    /// What was too much, a sentence each, in the order in which it came to be.
    public List<String> seen() {
        return List.copyOf(seen);
    }
}
