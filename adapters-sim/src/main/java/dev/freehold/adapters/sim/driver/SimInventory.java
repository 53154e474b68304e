package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.ports.driver.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that was made bears this platform's tags, but for what others brought into the tenancy and for the files of
/// this computer.
final class SimInventory implements Inventory {
    private final SimWorld world;

    SimInventory(SimWorld world) {
        this.world = world;
    }

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        for (var thing : world.standing()) {
            boolean bearsTags = thing.isOurs()
                    && !(thing.resource() instanceof ImageResource.PrebuiltImage)
                    && thing.resource().system() != SystemName.BUILDER;
            if (bearsTags) {
                items.add(new Item(thing.resource().kind(), thing.resource().name(), Optional.of(thing.id())));
            }
        }
        return items;
    }
}
