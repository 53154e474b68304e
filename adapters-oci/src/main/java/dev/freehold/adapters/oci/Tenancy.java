package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.storage.ObjectStorage;

/// What every kind needs to work in one tenancy.
///
/// @param clients the SDK's, made as they are asked for
/// @param ownership whose things are ours
/// @param waiting for what takes time
/// @param objectStorage one for all, because it remembers the namespace
record Tenancy(OciClients clients, Ownership ownership, Waiting waiting, Places places, ObjectStorage objectStorage) {

    Lists lists() {
        return new Lists(clients);
    }
}
