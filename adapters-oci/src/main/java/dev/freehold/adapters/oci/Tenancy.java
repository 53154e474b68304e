package dev.freehold.adapters.oci;

/// What every kind needs to work in one tenancy.
///
/// @param clients the SDK's, made as they are asked for
/// @param ownership whose things are ours
/// @param waiting for what takes time
record Tenancy(OciClients clients, Ownership ownership, Waiting waiting, ResourceLocations places) {

    OciLists lists() {
        return new OciLists(clients);
    }
}
