package dev.freehold.domain.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the disk images come to be.
///
/// @param prebuiltBase the name of a custom image already in the tenancy to use as base image
/// @param prebuiltProxmox the same for the Proxmox image
/// @param sources package sources by name (`debian`, `proxmox`, ...), in place of the vendors' own
public record ImagesSpec(
        Builder builder,
        @Nullable String prebuiltBase,
        @Nullable String prebuiltProxmox,
        Map<String, String> sources) {
    /// What an image can be built without: `none` in place of its source.
    public static final List<String> PARTS = List.of("ceph", "proxmox", "tailscale");

    /// Package sources of the Proxmox image alone, and the keys that they are signed with.
    public static final Set<String> FOR_HOSTS = Set.of("ceph", "ceph-key", "proxmox", "proxmox-key");

    public ImagesSpec {
        sources = Collections.unmodifiableMap(new TreeMap<>(sources)); // Map.copyOf's order differs between JVMs
    }

    public enum Builder {
        PACKER,
        DAGGER,
        MMDEBSTRAP
    }
}
