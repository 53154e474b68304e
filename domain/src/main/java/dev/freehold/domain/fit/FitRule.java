package dev.freehold.domain.fit;

import dev.freehold.domain.allowance.Rule;
import java.util.Locale;

/// What must hold for the platform to live on its hosts.
public enum FitRule implements Rule {
    HOST_MEMORY,
    BOOT_VOLUME_SPACE,
    CEPH_CAPACITY,
    VM_MINIMUM,
    TOPOLOGY;

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
