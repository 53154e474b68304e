package dev.freehold.lab.oracle.network;

import dev.freehold.lab.oracle.api.Refusal;
import java.util.regex.Pattern;

/// A range of IPv4 addresses.
///
/// @param first as a number
/// @param prefix bits of the network
record Cidr(long first, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})/(\\d{1,2})");

    /// @throws Refusal if it is none, or host bits are set
    static Cidr parse(String text) {
        var matcher = FORM.matcher(text);
        if (matcher.matches()) {
            var prefix = Integer.parseInt(matcher.group(2));
            var address = address(matcher.group(1));
            if (prefix <= 32
                    && address >= 0
                    && (prefix == 0 ? address == 0 : (address & ((1L << (32 - prefix)) - 1)) == 0)) {
                return new Cidr(address, prefix);
            }
        }
        throw Refusal.invalid("The requested CIDR " + text + " is invalid");
    }

    /// -1 if it is none.
    static long address(String text) {
        var address = 0L;
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return -1;
        }
        for (var part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return -1;
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    long last() {
        return first + (1L << (32 - prefix)) - 1;
    }

    boolean contains(Cidr other) {
        return other.first >= first && other.last() <= last();
    }

    boolean overlaps(Cidr other) {
        return first <= other.last() && other.first <= last();
    }

    /// Whether a host may have it: in a subnet the first two addresses and the last are Oracle's.
    boolean isForHosts(long address) {
        return address >= first + 2 && address < last();
    }
}
