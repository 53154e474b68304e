package dev.freehold.adapters.local.offender;

import tools.jackson.databind.JsonNode;

/// Shows a vendor's type to the packages of its own module, as it may.
public final class ShowsItsVendorInside {
    public int count(JsonNode node) {
        return node.size();
    }
}
