package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.InventoryContract;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Trouble;
import java.util.List;
import java.util.Optional;

class SimInventoryTest implements InventoryContract {
    private final Sim sim = Worlds.at(Worlds.empty());

    @Override
    public Inventory inventory() {
        return sim.inventory();
    }

    /// What images are built of lies on this computer.
    @Override
    public List<Resource> make() {
        Worlds.fill(sim, _ -> true);
        return ThreeHosts.resources().stream()
                .filter(resource -> resource.system() != SystemName.BUILDER)
                .toList();
    }

    @Override
    public void unmake() throws InterruptedException {
        for (var resource : ThreeHosts.resources().reversed()) {
            Worlds.remove(sim, resource);
        }
    }

    @Override
    public void makeStrangers() {
        for (var resource : ThreeHosts.resources()) {
            if (resource instanceof Compartment || resource instanceof Vcn) {
                sim.world()
                        .make(
                                resource.id(),
                                resource,
                                Optional.empty(),
                                sim.timeline().now());
            }
        }
    }

    @Override
    public void makeAnotherPlatforms() {
        throw Outside.cannotBe("a simulated world is that of one platform");
    }

    @Override
    public Trouble blindness() {
        throw Outside.cannotBe("a simulated world is looked at in this process, and always answers");
    }
}
