package dev.freehold.domain.output;

import dev.freehold.domain.network.Ipv4;
import org.jspecify.annotations.Nullable;

/// What the oci phase's kinds come to have beyond an OCID.
public sealed interface OciOutputs extends Outputs {

    /// @param privateAddress of its primary network card
    /// @param publicAddress its ephemeral one; absent where it has none, or a reserved one
    record Machine(Ocid ocid, Ipv4 privateAddress, @Nullable Ipv4 publicAddress) implements OciOutputs, OnOracle {}

    /// A reserved public address or a secondary private one.
    record Address(Ocid ocid, Ipv4 address) implements OciOutputs, OnOracle {}

    /// @param address the public one that is mapped
    record Mapping(Ipv4 address) implements OciOutputs {}

    /// @param address in the tailnet
    /// @param device Tailscale's id of it
    record TailnetDevice(Ipv4 address, String device) implements OciOutputs {}
}
