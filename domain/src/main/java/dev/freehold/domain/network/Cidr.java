package dev.freehold.domain.network;

import org.jspecify.annotations.Nullable;

/// A block of IPv4 addresses in CIDR notation: its first address and how many leading bits are fixed (0 to
/// 32).
public record Cidr(Ipv4 first, int prefix) {
    public static final Cidr ANYWHERE = new Cidr(new Ipv4(0), 0);

    public Cidr {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException(
                    first + "/" + prefix + " is no block of addresses: a prefix length is from /0 to /32");
        }
        if ((first.bits() & ~mask(prefix)) != 0) {
            var network = new Ipv4(first.bits() & mask(prefix));
            throw new IllegalArgumentException(
                    first + "/" + prefix + " has host bits set; the block it lies in is " + network + "/" + prefix);
        }
    }

    /// @throws IllegalArgumentException unless `text` is an address, a slash and a prefix length, with no
    ///     host bits set
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        var length = slash < 0 ? "" : text.substring(slash + 1);
        boolean digits =
                !length.isEmpty() && length.length() <= 2 && length.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new IllegalArgumentException("'" + text + "' is not a block of addresses such as 10.0.0.0/16");
        }
        return new Cidr(Ipv4.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    public static Cidr of(Ipv4 address) {
        return new Cidr(address, 32);
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    /// How many addresses the block has, from 1 to 2^32.
    public long size() {
        return 1L << (32 - prefix);
    }

    public Ipv4 last() {
        return first.plus(size() - 1);
    }

    /// The address `offset` above the block's first.
    /// @throws IllegalArgumentException when it lies outside the block
    public Ipv4 at(long offset) {
        if (offset < 0 || offset >= size()) {
            throw new IllegalArgumentException(this + " has no address number " + offset);
        }
        return first.plus(offset);
    }

    public boolean contains(Ipv4 address) {
        return (address.bits() & mask(prefix)) == first.bits();
    }

    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.first);
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    // Written out: a record's own are made at run time, which a cold start would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cidr block && block.first.equals(first) && block.prefix == prefix;
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + prefix;
    }

    @Override
    public String toString() {
        return first + "/" + prefix;
    }
}
