package dev.freehold.domain.blueprint;

/// The releases that a blueprint asks for where the spec leaves no choice.
public final class Versions {
    /// Cilium's chart; 1.20 is the newest of the maintained lines.
    static final String CILIUM = "1.20.3";

    /// Talos Linux; takes machine configurations of the 1.13 contract.
    static final String TALOS = "v1.14.6";

    /// Flux' controllers; needs Kubernetes 1.33 or newer.
    public static final String FLUX = "v2.9.4";

    /// The SHA-256 of that release's `install.yaml`, as four scripts of three projects that install it on
    /// GitHub had it on 1 December 2026; nobody here could fetch the file itself.
    public static final String FLUX_SHA256 = "9eb86c5f9d606b2ac2cfe71223ab2f23faa2d59ccb21df4e08e5610e54d535f8";

    /// The container template for the Tailscale containers.
    static final String CONTAINER_TEMPLATE = "debian-12-standard-arm64";

    private Versions() {}
}
