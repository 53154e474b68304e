package dev.freehold.lab.tailscale;

import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.Optional;
import java.util.regex.Pattern;

/// The tailnet's addresses: 100.64.0.0/10 but for what Tailscale keeps for itself
/// (https://tailscale.com/kb/1304, read in 2026).
final class TailnetAddresses {
    private static final Pattern QUAD = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /// A million addresses from here are given out by themselves; whoever wants another one asks for it.
    private static final long POOL = number(100, 72, 0, 0);

    private static final long POOL_SIZE = 1L << 20;

    private TailnetAddresses() {}

    /// Somewhere in the pool, the same for the same `sequence`.
    static String free(Tx tx, long sequence) {
        for (long at = Secrets.scattered(sequence) >>> 44; ; at = (at + 1) % POOL_SIZE) {
            var address = text(POOL + at);
            if (holder(tx, address).isEmpty()) {
                return address;
            }
        }
    }

    /// The device that has `address`.
    static Optional<Resource> holder(Tx tx, String address) {
        return tx.stream(Tailnet.DEVICE)
                .filter(device -> device.has(Tailnet.ADDRESS, address))
                .findFirst();
    }

    static boolean canBeGiven(String address) {
        var quad = QUAD.matcher(address);
        if (!quad.matches()) {
            return false;
        }
        var octets = new int[4];
        for (int i = 0; i < 4; i++) {
            octets[i] = Integer.parseInt(quad.group(i + 1));
            if (octets[i] > 255) {
                return false;
            }
        }
        var inRange = octets[0] == 100 && octets[1] >= 64 && octets[1] < 128;
        var services = octets[1] == 100 && octets[2] == 0;
        var internal = octets[1] == 115 && (octets[2] == 92 || octets[2] == 93);
        return inRange && !services && !internal;
    }

    private static long number(int a, int b, int c, int d) {
        return ((long) a << 24) | ((long) b << 16) | ((long) c << 8) | d;
    }

    private static String text(long number) {
        return (number >> 24) + "." + ((number >> 16) & 255) + '.' + ((number >> 8) & 255) + '.' + (number & 255);
    }
}
