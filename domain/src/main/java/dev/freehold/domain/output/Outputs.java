package dev.freehold.domain.output;

/// What a node came to have once it was real, by its kind: each implementation is a record whose components are
/// the outputs' names and types. Whoever refers to the node reads them. A component that may be absent is
/// nullable. Secrets are never among them, only the names under which the vault keeps them.
public sealed interface Outputs
        permits SetupOutputs,
                ImageOutputs,
                OciOutputs,
                ProxmoxOutputs,
                TalosOutputs,
                OnOracle,
                Outputs.None,
                Outputs.LocalFile {

    None NONE = new None();

    /// A node that has nothing which its settings don't say.
    record None() implements Outputs {}

    /// A file on this computer.
    record LocalFile(FilePath file) implements Outputs {}
}
