package dev.freehold.domain.output;

/// What Oracle Cloud has under an OCID.
public sealed interface OnOracle extends Outputs permits OnOracle.Identified, OciOutputs.Machine, OciOutputs.Address {

    Ocid ocid();

    /// A thing of which nothing but its OCID is needed.
    record Identified(Ocid ocid) implements OnOracle {}
}
