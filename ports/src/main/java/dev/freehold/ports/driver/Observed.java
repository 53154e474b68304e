package dev.freehold.ports.driver;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;

/// A node as it really is.
///
/// @param actual the settings that the real thing has; what can't be seen is as in the node asked for
/// @param outputs what it came to have: the record that its kind produces
public record Observed(Node actual, Outputs outputs) {
    public Observed {
        var kind = Kind.of(actual.getClass());
        if (!kind.outputs().isInstance(outputs)) {
            throw new IllegalArgumentException(
                    actual.id() + " produces " + kind.outputs().getSimpleName() + ", not " + outputs);
        }
    }

    /// The way for whoever knows the kind: outputs of another do not compile.
    public static <N extends Node & Produces<O>, O extends Outputs> Observed of(N actual, O outputs) {
        return new Observed(actual, outputs);
    }
}
