package dev.freehold.engine;

import dev.freehold.engine.run.Systems;
import dev.freehold.ports.Drivers;
import dev.freehold.ports.GateKeeper;
import dev.freehold.ports.ImageBuilder;
import dev.freehold.ports.Inventory;
import dev.freehold.ports.Journals;
import dev.freehold.ports.LayerStore;
import dev.freehold.ports.Timeline;

/// Where drivers point (`sim`, `lab` or `live`), and what is recorded of it.
///
/// @param name the word for it
/// @param layers what the layers publish to each other
/// @param seed decides every random choice of the engine
public record Target(
        String name,
        Drivers drivers,
        GateKeeper gates,
        ImageBuilder images,
        Inventory inventory,
        Journals journals,
        LayerStore layers,
        Timeline timeline,
        long seed) {

    Systems systems() {
        return new Systems(drivers, gates, images);
    }
}
