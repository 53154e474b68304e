package dev.freehold.adapters.local;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Uses a vendor's type where nobody outside sees it, as it may.
public final class KeepsItsVendor {
    public int count(List<String> nodes) {
        return count(nodes.toArray(JsonNode[]::new));
    }

    private static int count(JsonNode... nodes) {
        return nodes.length;
    }
}
