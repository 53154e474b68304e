package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The packages of an image that nobody built: enough of them to show what a list looks like.
public final class SimulatedPackages {
    private static final String NONE = "=none";
    private static final List<String> BASE = List.of("cloud-init", "nftables", "openssh-server", "tailscale");
    private static final List<String> PROXMOX = List.of("ceph", "proxmox-ve");

    private SimulatedPackages() {}

    /// The parts that the spec leaves out, such as `tailscale`.
    public static List<String> without(ImageBuild image) {
        return image.sources().stream()
                .filter(source -> source.endsWith(NONE))
                .map(source -> source.substring(0, source.length() - NONE.length()))
                .toList();
    }

    /// The names of what is installed.
    public static List<String> names(ImageBuild image) {
        var left = without(image);
        var names = new ArrayList<>(BASE);
        if (image instanceof ProxmoxImage) {
            names.addAll(PROXMOX);
        }
        return names.stream()
                .filter(name ->
                        Stream.of(name, name.replace("proxmox-ve", "proxmox")).noneMatch(left::contains))
                .toList();
    }
}
