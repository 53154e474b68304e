package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.state.BucketFolder;
import dev.freehold.adapters.oci.state.ObjectJournals;
import dev.freehold.adapters.oci.state.ObjectLayerStore;
import dev.freehold.adapters.oci.state.ObjectLock;
import dev.freehold.adapters.oci.state.ObjectSecrets;
import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.adapters.oci.storage.SdkObjectStorage;
import dev.freehold.adapters.oci.survey.OciInventory;
import dev.freehold.adapters.oci.survey.TenancyPreflight;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.skeleton.PollingPace;
import dev.freehold.ports.skeleton.Waiting;
import dev.freehold.ports.state.StateCodec;
import dev.freehold.ports.time.Timeline;
import java.util.function.Consumer;

/// Oracle Cloud as one platform uses it: everything of the ports that is served there. Nothing is read or called
/// before it is needed, and the same calls go to Oracle's own endpoints or to the lab's.
public final class OciCloud implements AutoCloseable {
    private final OciClients clients;
    private final Tenancy tenancy;
    /// One for all, because it remembers the namespace.
    private final ObjectStorage storage;

    /// @param profile how calls are signed, and where they go
    /// @param platform the spec's name: the tag by which what is made is known
    /// @param pace how often a state that takes time is looked at
    public OciCloud(OciProfile profile, String platform, PollingPace pace) {
        this.clients = new OciClients(profile.location());
        this.tenancy = new Tenancy(clients, new Ownership(platform), new Waiting(pace), new ResourceLocations(clients));
        this.storage = new SdkObjectStorage(clients);
    }

    /// The drivers of the kinds that live on OCI, and of no others.
    public Drivers drivers() {
        return new OciDrivers(tenancy, storage);
    }

    /// Everything in the tenancy that bears the platform's tags.
    public Inventory inventory() {
        return new OciInventory(tenancy, new OciDrivers(tenancy, storage).listings());
    }

    /// What is kept in a bucket of one target of the platform. No call goes out before somebody reads or
    /// writes.
    ///
    /// @param bucket is made in the tenancy's root compartment where it is not there
    /// @param target its word
    /// @param timeline on which the lock is renewed; not one that anybody joins
    /// @param host the name of this computer
    /// @param notices is told in a sentence when the lock was lost
    public StateInBucket state(
            String bucket,
            String target,
            StateCodec codec,
            Encryption encryption,
            Timeline timeline,
            String host,
            Consumer<String> notices) {
        var place = BucketFolder.of(
                storage,
                bucket,
                tenancy.ownership().platform(),
                target,
                () -> clients.access().tenancy());
        var lock = new ObjectLock(place, timeline, host, notices);
        return new StateInBucket(
                new ObjectLayerStore(place, codec, encryption, timeline, lock),
                new ObjectJournals(place, codec, encryption),
                new ObjectSecrets(place, encryption),
                lock);
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
