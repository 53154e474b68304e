package dev.freehold.domain.specfile;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The addresses of a block: who has which, and which is free next.
final class AddressPool {
    private final Cidr block;
    private final int first;
    private final int last;
    private final BitSet taken = new BitSet();
    private final Map<Ipv4, String> owners = new HashMap<>();

    /// @param first the lowest offset to give
    /// @param last the highest
    private AddressPool(Cidr block, int first, int last) {
        this.block = block;
        this.first = first;
        this.last = last;
    }

    /// The first two addresses and the last of a subnet are Oracle's: network, router, broadcast.
    static AddressPool ofSubnet(Cidr subnet) {
        return new AddressPool(subnet, 2, (int) subnet.size() - 2);
    }

    static AddressPool ofTailnet(Cidr tailnet, List<Cidr> kept) {
        var pool = new AddressPool(tailnet, 1, (int) tailnet.size() - 2);
        for (var part : kept) {
            int from = pool.offset(part.first());
            pool.taken.set(from, from + (int) part.size());
        }
        return pool;
    }

    boolean isOutside(Ipv4 address) {
        return !block.contains(address);
    }

    /// Is the address one of the ends of the block, which nobody can have?
    boolean isAtTheEnds(Ipv4 address) {
        int offset = offset(address);
        return offset < first || offset > last;
    }

    /// Gives the address to `owner`.
    ///
    /// @return who has it already; null if nobody
    @Nullable
    String take(Ipv4 address, String owner) {
        taken.set(offset(address));
        return owners.putIfAbsent(address, owner);
    }

    /// Could the address be given to somebody?
    boolean isFree(Ipv4 address) {
        return !isOutside(address) && !isAtTheEnds(address) && !taken.get(offset(address));
    }

    /// Gives the address to nobody who has not written it.
    void reserve(Ipv4 address) {
        if (isFree(address)) {
            taken.set(offset(address));
        }
    }

    /// Takes the next free address from that offset on, and after the end from the beginning; empty when none
    /// is left.
    Optional<Ipv4> next(int from, String owner) {
        int free = taken.nextClearBit(Math.max(from, first));
        if (free > last) {
            free = taken.nextClearBit(first);
        }
        if (free > last) {
            return Optional.empty();
        }
        var address = block.at(free);
        take(address, owner);
        return Optional.of(address);
    }

    private int offset(Ipv4 address) {
        return (int) (address.unsigned() - block.first().unsigned());
    }
}
