package dev.freehold.app.shell.action.spec;

import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
import java.util.Optional;

/// What OpenTofu's provider for Oracle Cloud calls a resource.
final class TofuAddress {
    private TofuAddress() {}

    /// `TYPE.NAME`; empty for what it does not have, or does not import by an OCID.
    static Optional<String> of(Node node) {
        return Kind.of(node.getClass())
                .tofuType()
                .map(type -> type + '.' + label(node.id().name()));
    }

    /// Labels begin with a letter or `_` and have letters, digits, `_` and `-`.
    private static String label(String name) {
        var label = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isLetter(label.charAt(0)) ? label : '_' + label;
    }
}
