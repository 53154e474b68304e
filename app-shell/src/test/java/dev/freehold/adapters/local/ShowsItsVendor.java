package dev.freehold.adapters.local;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Breaks the rule that no vendor's type stands in an adapter's root package, on purpose: in a parameter's
/// generics.
public final class ShowsItsVendor {
    public int count(List<JsonNode> nodes) {
        return nodes.size();
    }
}
