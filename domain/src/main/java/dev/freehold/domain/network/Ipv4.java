package dev.freehold.domain.network;

import org.jspecify.annotations.Nullable;

/// One IPv4 address, held as its 32 bits (the first octet in the highest).
public record Ipv4(int bits) implements Comparable<Ipv4> {

    /// @throws IllegalArgumentException unless `text` is four decimal octets, without leading zeros, with
    ///     dots between
    public static Ipv4 parse(String text) {
        int bits = 0;
        int octets = 0;
        int at = 0;
        while (at <= text.length()) {
            int dot = text.indexOf('.', at);
            var octet = text.substring(at, dot < 0 ? text.length() : dot);
            bits = (bits << 8) | octet(octet, text);
            octets++;
            if (dot < 0) {
                break;
            }
            at = dot + 1;
        }
        if (octets != 4) {
            throw notAnAddress(text);
        }
        return new Ipv4(bits);
    }

    private static int octet(String octet, String text) {
        boolean digits =
                !octet.isEmpty() && octet.length() <= 3 && octet.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (octet.length() > 1 && octet.charAt(0) == '0')) {
            throw notAnAddress(text);
        }
        int value = Integer.parseInt(octet);
        if (value > 255) {
            throw notAnAddress(text);
        }
        return value;
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("'" + text + "' is not an IPv4 address such as 10.0.1.10");
    }

    /// The address `offset` above this one.
    /// @throws IllegalArgumentException beyond 255.255.255.255 or below 0.0.0.0
    public Ipv4 plus(long offset) {
        long sum = unsigned() + offset;
        if (sum < 0 || sum > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(this + " plus " + offset + " is no IPv4 address");
        }
        return new Ipv4((int) sum);
    }

    /// The address as a number from 0 to 2^32 - 1.
    public long unsigned() {
        return Integer.toUnsignedLong(bits);
    }

    @Override
    public int compareTo(Ipv4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    // Written out: a record's own are made at run time, which a cold start would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4 address && address.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + ((bits >>> 16) & 255) + "." + ((bits >>> 8) & 255) + "." + (bits & 255);
    }
}
