package dev.freehold.lab;

import tools.jackson.databind.JsonNode;

/// Breaks the rule that no vendor's type stands in the lab's root package, on purpose: as what a method gives.
public interface ShowsItsVendor {
    JsonNode world();
}
