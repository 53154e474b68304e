package dev.freehold.domain.address;

/// What the guests of the hosts are called. Names are for ever: they are part of resource ids.
public final class GuestName {
    private GuestName() {}

    /// @param number from 1
    public static String controlPlane(int number) {
        return "control-plane-" + number;
    }

    /// @param number from 1
    public static String worker(int number) {
        return "worker-" + number;
    }

    /// The Tailscale container on `host`.
    public static String container(String host) {
        return "tailscale-" + host;
    }
}
