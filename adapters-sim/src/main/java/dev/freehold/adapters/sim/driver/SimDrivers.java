package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.image.ImageBuilder;

/// Everything that works on one simulated world for as long as one process lasts.
public final class SimDrivers implements Drivers {
    private final SimDriver<Resource> driver;
    private final SimGateKeeper gates;
    private final SimImageBuilder images;
    private final Inventory inventory;

    public SimDrivers(SimWorld world, Durations durations, Seed seed) {
        var calls = new Calls(new Pace(durations, seed));
        this.driver = new SimDriver<>(world, calls);
        this.gates = new SimGateKeeper(world, calls);
        this.images = new SimImageBuilder(driver);
        this.inventory = new SimInventory(world);
    }

    @Override
    @SuppressWarnings("unchecked") // there is one driver for all kinds, and it only ever gives back what it got
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        if (resource instanceof ImageResource.ImageBuild) {
            throw new IllegalArgumentException(resource.id() + " has no driver: the image builder makes it");
        }
        return (ResourceDriver<R>) driver;
    }

    public GateKeeper gates() {
        return gates;
    }

    public ImageBuilder images() {
        return images;
    }

    public Inventory inventory() {
        return inventory;
    }
}
