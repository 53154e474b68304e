package dev.freehold.domain.address;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The addresses of a block that nobody has yet. Lives for one drawing of a plan. Nothing is ever given back,
/// so that each zone is walked once and a plan stays linear in what it places.
final class FreeAddresses {
    private final Cidr block;
    private final List<Cidr> refused;
    private final Set<Ipv4> taken = new HashSet<>();
    private final Map<Zone, Long> reached = new HashMap<>();

    FreeAddresses(Cidr block, List<Cidr> refused) {
        this.block = block;
        this.refused = refused;
    }

    /// Where in a block to look: offsets from its first address, both included.
    record Zone(long first, long last) {
        // by hand, because a cold start would wait for a record's own methods to be linked
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Zone zone && first == zone.first && last == zone.last;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(first * 31 + last);
        }
    }

    void take(Ipv4 address) {
        taken.add(address);
    }

    /// Takes the address, if the block has it to give and nobody else has it.
    boolean takeIfFree(Ipv4 address) {
        boolean inside =
                block.contains(address) && !address.equals(block.at(0)) && !address.equals(block.at(block.size() - 1));
        return inside && isGivable(address) && taken.add(address);
    }

    /// Takes the first free address of the zones, in their order, and after them of the whole block; empty when
    /// it is full. A block's first and last address are never given.
    Optional<Ipv4> next(List<Zone> zones) {
        for (var zone : zones) {
            var found = next(zone);
            if (found.isPresent()) {
                return found;
            }
        }
        return next(new Zone(1, block.size() - 2));
    }

    private Optional<Ipv4> next(Zone zone) {
        long last = Math.min(zone.last(), block.size() - 2);
        long offset = reached.getOrDefault(zone, zone.first());
        while (offset <= last) {
            var address = block.at(offset++);
            if (isGivable(address) && taken.add(address)) {
                reached.put(zone, offset);
                return Optional.of(address);
            }
        }
        reached.put(zone, offset);
        return Optional.empty();
    }

    private boolean isGivable(Ipv4 address) {
        for (var block : refused) {
            if (block.contains(address)) {
                return false;
            }
        }
        return true;
    }
}
