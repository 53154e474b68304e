package dev.freehold.adapters.oci;

import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.SharedJournals;
import dev.freehold.ports.state.SharedLock;
import dev.freehold.ports.state.SharedSecrets;

/// The record of one platform's target in a bucket, for every computer that works on it.
///
/// @param lock without which nothing is published in `layers`
public record StateInBucket(LayerStore layers, SharedJournals journals, SharedSecrets secrets, SharedLock lock) {}
