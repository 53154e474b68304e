package dev.freehold.lab.oracle.api;

import dev.freehold.lab.world.World;

/// One of Oracle's services, or a part of one.
public interface Api {
    /// Says what it serves.
    void serve(Routes routes);

    /// Says what follows when its resources get to a state by themselves; most have nothing to say.
    default void watch(World world) {}
}
