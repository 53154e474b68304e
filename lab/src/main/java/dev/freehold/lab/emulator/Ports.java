package dev.freehold.lab.emulator;

/// The lab's ports, at most twenty from a base: 0 is OCI, 1 Tailscale's API, 2 the network of the machines
/// (SOCKS5), 3 what publishers have, 4 Git, 5 the machines themselves, 6 packages.
///
/// @param base 0: any that are free
public record Ports(int base) {
    public static final int OCI = 0;
    public static final int TAILSCALE = 1;
    public static final int NETWORK = 2;
    public static final int PUBLICATIONS = 3;
    public static final int GIT = 4;

    /// Where machines listen for SSH. Only who came through the network is served.
    public static final int MACHINES = 5;

    /// Where apt gets packages.
    public static final int PACKAGES = 6;

    private static final int COUNT = 20;

    /// What to listen on; 0 means any.
    public int at(int offset) {
        if (offset < 0 || offset >= COUNT) {
            throw new IllegalArgumentException("The lab has " + COUNT + " ports; there is no number " + offset);
        }
        return base == 0 ? 0 : base + offset;
    }
}
