package dev.freehold.ports.state;

import dev.freehold.domain.resource.Layer;

/// The journals of one target of one platform, a layer each.
public interface Journals {
    Journal of(Layer layer);
}
