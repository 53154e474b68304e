package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.time.Timeline;

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
        this.tenancy = new Tenancy(
                clients,
                new Ownership(platform),
                new Waiting(pace),
                new Places(clients),
                new SdkObjectStorage(clients));
    }

    /// The drivers of the kinds that live on OCI, and of no others.
    public Drivers drivers() {
        return new OciDrivers(tenancy);
    }

    /// Everything in the tenancy that bears the platform's tags.
    public Inventory inventory() {
        return new OciInventory(tenancy);
    }

    /// Object Storage as the state kept there needs it.
    public ObjectStorage objectStorage() {
        return tenancy.objectStorage();
    }

    /// The OCID of the tenancy, which is also its root compartment's.
    ///
    /// @throws UnusableProfile likewise
    public String rootCompartment() {
        return clients.access().tenancy();
    }

    /// What validation reads.
    public OciProbes probes(Timeline timeline) {
        return new OciProbes(tenancy, timeline);
    }

    /// What is looked at before a plan.
    ///
    /// @param stakes whether it is somebody's account, or the lab's
    public Preflight preflight(Stakes stakes) {
        return new TenancyPreflight(tenancy, stakes);
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
