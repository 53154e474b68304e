package dev.freehold.adapters.oci;

import dev.freehold.ports.Drivers;

/// Oracle Cloud as one platform uses it: everything of the ports that is served there. Nothing is read or called
/// before it is needed, and the same calls go to Oracle's own endpoints or to the lab's.
public final class OciCloud implements AutoCloseable {
    private final OciClients clients;
    private final Tenancy tenancy;

    /// @param profile how calls are signed, and where they go
    /// @param platform the spec's name: the tag by which what is made is known
    /// @param pace how often a state that takes time is looked at
    public OciCloud(OciProfile profile, String platform, PollingPace pace) {
        this.clients = new OciClients(profile);
        this.tenancy = new Tenancy(clients, new Ownership(platform), new Waiting(pace), new Places(clients));
    }

    /// The drivers of the kinds that live on OCI, and of no others.
    public Drivers drivers() {
        return new OciDrivers(tenancy);
    }

    /// @throws UnusableProfile if the profile can't be used; the message says why
    public void check() {
        clients.access();
    }

    @Override
    public void close() {
        clients.close();
    }
}
