package dev.freehold.adapters.local.offender;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Breaks the rule that a vendor's types stay inside, on purpose: the type is in a parameter's generics.
public final class ShowsItsVendor {
    public int count(List<JsonNode> nodes) {
        return nodes.size();
    }
}
