package dev.freehold.adapters.oci.ownership;

import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.OciLists;
import dev.freehold.ports.skeleton.Waiting;

/// What every kind needs to work in one tenancy.
///
/// @param clients the SDK's, made as they are asked for
/// @param ownership whose things are ours
/// @param waiting for what takes time
/// @param locations in which compartment things lie
public record Tenancy(OciClients clients, Ownership ownership, Waiting waiting, ResourceLocations locations) {

    public OciLists lists() {
        return new OciLists(clients);
    }
}
