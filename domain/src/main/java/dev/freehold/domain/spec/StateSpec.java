package dev.freehold.domain.spec;

/// Where the layers' states are kept.
public sealed interface StateSpec {
    /// On this computer, under the home folder.
    record Local() implements StateSpec {}

    /// In a bucket of OCI's Object Storage.
    record Oci(String bucket) implements StateSpec {}
}
