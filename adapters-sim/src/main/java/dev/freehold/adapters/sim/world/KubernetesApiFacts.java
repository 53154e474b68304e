package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.resource.TalosResource.MachineRole;
import java.util.ArrayList;
import java.util.List;

/// What etcd and the Kubernetes API would say.
///
/// @param bootstrapped whether etcd has its first member
/// @param controlPlanes how many machines have a control plane's configuration
/// @param controlPlanesUp how many of them run
/// @param nodes the names of the machines that have their configuration
/// @param ready those of them that run
public record KubernetesApiFacts(
        boolean bootstrapped, int controlPlanes, int controlPlanesUp, List<String> nodes, List<String> ready) {

    public KubernetesApiFacts {
        nodes = List.copyOf(nodes);
        ready = List.copyOf(ready);
    }

    public static KubernetesApiFacts of(SimWorld world) {
        int controlPlanes = 0;
        int controlPlanesUp = 0;
        var nodes = new ArrayList<String>();
        var ready = new ArrayList<String>();
        for (var applied : world.all(TalosResource.AppliedConfiguration.class)) {
            boolean runs = world.find(applied.machine().id(), TalosResource.VirtualMachine.class)
                    .filter(machine -> hostStands(world, machine))
                    .isPresent();
            boolean controls = world.find(applied.configuration().id(), TalosResource.MachineConfiguration.class)
                    .filter(configuration -> configuration.role() == MachineRole.CONTROL_PLANE)
                    .isPresent();
            controlPlanes += controls ? 1 : 0;
            controlPlanesUp += controls && runs ? 1 : 0;
            nodes.add(applied.name());
            if (runs) {
                ready.add(applied.name());
            }
        }
        boolean bootstrapped =
                !world.standing(TalosResource.EtcdBootstrap.class).isEmpty();
        return new KubernetesApiFacts(bootstrapped, controlPlanes, controlPlanesUp, nodes, ready);
    }

    static boolean hostStands(SimWorld world, TalosResource.VirtualMachine machine) {
        return world.find(ResourceId.of(Phase.OCI, "instance", machine.place().host()), OciResource.Instance.class)
                .isPresent();
    }

    /// etcd holds a majority, so the API answers.
    public boolean answers() {
        return bootstrapped && controlPlanesUp > controlPlanes / 2;
    }

    public boolean isReady() {
        return answers() && ready.size() == nodes.size();
    }

    public String words() {
        if (!answers()) {
            return "the API does not answer: etcd " + (bootstrapped ? "has " : "is not bootstrapped, ")
                    + controlPlanesUp + " of " + controlPlanes + " members";
        }
        return ready.size() + " of " + nodes.size() + " nodes Ready";
    }
}
