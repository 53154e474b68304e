package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.machine.Machines;
import dev.freehold.lab.oracle.network.Vnics;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The instances as further emulators see them.
public record InstanceMachines(World world) implements Machines {

    @Override
    public List<Machine> all() {
        return world.change(tx -> tx.stream(ComputeKinds.INSTANCE.name())
                .filter(instance -> !instance.isIn("TERMINATED"))
                .map(instance -> machine(tx, instance))
                .toList());
    }

    private static Machine machine(Tx tx, Resource instance) {
        var metadata = new LinkedHashMap<String, String>();
        instance.get("metadata")
                .properties()
                .forEach(one -> metadata.put(one.getKey(), one.getValue().asString("")));
        Optional<Resource> card = VnicAttachments.of(tx, instance)
                .filter(attachment -> attachment.get("_primary").asBoolean(false) && attachment.isIn("ATTACHED"))
                .findFirst();
        return new Machine(
                instance.id(),
                instance.text("displayName"),
                card.flatMap(one -> tx.find(one.text("vnicId")))
                        .flatMap(vnic -> vnic.optional("hostnameLabel"))
                        .orElse(instance.text("displayName")),
                instance.state(),
                card.flatMap(one -> Vnics.privateAddress(tx, one.text("vnicId"))),
                card.flatMap(one -> Vnics.publicAddress(tx, one.text("vnicId"))),
                instance.text("shape"),
                metadata);
    }
}
