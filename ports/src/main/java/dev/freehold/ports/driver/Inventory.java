package dev.freehold.ports.driver;

import dev.freehold.domain.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// Everything in a target that bears this platform's tags, whether a state knows of it or not.
public interface Inventory {

    List<Item> items() throws InterruptedException;

    /// One thing found.
    ///
    /// @param kind the target's own word for what it is
    /// @param name what the target calls it
    /// @param id the resource that its tags say it is; empty if they name none
    record Item(String kind, String name, Optional<ResourceId> id) {}
}
