package dev.freehold.adapters.local;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.settings.SettingsFileDriver;
import dev.freehold.adapters.local.ssh.SshKeyPairDriver;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.Drivers;
import dev.freehold.ports.ResourceDriver;

/// The drivers of what a platform has on this computer, in one target's folder.
public final class LocalDrivers implements Drivers {
    private final SshKeyPairDriver sshKeyPairs;
    private final SettingsFileDriver settings;

    public LocalDrivers(TargetFolder target) {
        this.sshKeyPairs = new SshKeyPairDriver(target);
        this.settings = new SettingsFileDriver(target);
    }

    @Override
    @SuppressWarnings("unchecked") // each case names the driver of its own kind
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>)
                switch (resource) {
                    case SshKeyPair _ -> sshKeyPairs;
                    case SettingsFile _ -> settings;
                    default -> throw new IllegalArgumentException(resource.id() + " is not on this computer");
                };
    }
}
