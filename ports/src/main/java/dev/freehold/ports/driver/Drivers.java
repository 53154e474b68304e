package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Resource;

/// The drivers of one target.
public interface Drivers {
    /// The driver of `resource`'s kind.
    ///
    /// @throws IllegalArgumentException if the target has none; that is a bug in Freehold
    <R extends Resource> ResourceDriver<R> of(R resource);
}
