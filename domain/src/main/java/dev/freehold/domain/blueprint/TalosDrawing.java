package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.address.GuestName;
import dev.freehold.domain.fit.Placement;
import dev.freehold.domain.resource.Gate.CiliumReady;
import dev.freehold.domain.resource.Gate.NodesReady;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.TalosResource.AppliedConfiguration;
import dev.freehold.domain.resource.TalosResource.EtcdBootstrap;
import dev.freehold.domain.resource.TalosResource.Kubeconfig;
import dev.freehold.domain.resource.TalosResource.MachineConfiguration;
import dev.freehold.domain.resource.TalosResource.MachineRole;
import dev.freehold.domain.resource.TalosResource.MachineSecrets;
import dev.freehold.domain.resource.TalosResource.Schematic;
import dev.freehold.domain.resource.TalosResource.TalosImage;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.domain.spec.KubernetesSpec.Emulation;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/// The talos phase of a spec with hosts: the machines and Kubernetes on them; [FluxDrawing] goes on from
/// there.
record TalosDrawing(List<Node> nodes) {

    static TalosDrawing of(Spec spec, AddressPlan addresses, SetupDrawing setup, ProxmoxDrawing proxmox) {
        return new Machines(spec, addresses, setup, proxmox, new ArrayList<>()).draw();
    }

    private record Machines(
            Spec spec, AddressPlan addresses, SetupDrawing setup, ProxmoxDrawing proxmox, List<Node> nodes) {

        TalosDrawing draw() {
            boolean hasControlPlane = !addresses.overlay().vms().isEmpty()
                    && addresses.overlay().vms().getFirst().name().equals(GuestName.controlPlane(1));
            if (!hasControlPlane) {
                return new TalosDrawing(nodes); // a cluster can't begin without one
            }
            var schematic = add(nodes, new Schematic(spec.name(), List.of("siderolabs/qemu-guest-agent")));
            var image =
                    add(nodes, new TalosImage(spec.name(), Versions.TALOS, schematic, proxmox.local(), proxmox.api()));
            var secrets = add(nodes, new MachineSecrets(spec.name()));
            var placement = Placement.of(spec);
            var controlPlanes = new ArrayList<Ref<AppliedConfiguration>>();
            var all = new ArrayList<Ref<AppliedConfiguration>>();
            for (int number = 0; number < addresses.overlay().vms().size(); number++) {
                boolean controls =
                        addresses.overlay().vms().get(number).name().equals(GuestName.controlPlane(number + 1));
                var role = controls ? MachineRole.CONTROL_PLANE : MachineRole.WORKER;
                var applied = machine(addresses.overlay().vms().get(number), role, placement, image, secrets);
                all.add(applied);
                if (controls) {
                    controlPlanes.add(applied);
                }
            }
            var push = FluxDrawing.push(spec, setup, nodes);
            var kubernetes = spec.cluster().kubernetes();
            var etcd = add(
                    nodes,
                    new EtcdBootstrap(
                            spec.name(),
                            kubernetes.pods(),
                            kubernetes.services(),
                            controlPlanes.getFirst(),
                            controlPlanes,
                            push));
            var kubeconfig = add(nodes, new Kubeconfig(spec.name(), kubernetes.endpoint(), etcd));
            var cilium = add(
                    nodes, new CiliumReady("cilium", kubeconfig, setup.flux().cilium()));
            var ready = add(nodes, new NodesReady(spec.name(), cilium, all));
            FluxDrawing.draw(spec, setup, push, etcd, kubeconfig, ready, nodes);
            return new TalosDrawing(nodes);
        }

        private Ref<AppliedConfiguration> machine(
                AddressPlan.Vm vm,
                MachineRole role,
                Placement placement,
                Ref<TalosImage> image,
                Ref<MachineSecrets> secrets) {
            var kubernetes = spec.cluster().kubernetes();
            var configuration = add(
                    nodes,
                    new MachineConfiguration(
                            vm.name(),
                            role,
                            vm.address(),
                            kubernetes.endpoint(),
                            kubernetes.pods(),
                            kubernetes.services(),
                            kubernetes.emulation() == Emulation.ACCEPT,
                            secrets,
                            setup.flux().cilium()));
            var size = role == MachineRole.CONTROL_PLANE ? kubernetes.controlPlanes() : kubernetes.workers();
            var host = placement
                    .hostOf(vm.name())
                    .orElseThrow(() -> new IllegalStateException(
                            "No host was found for " + vm.name() + ". This is a bug in Freehold."));
            var machine = add(
                    nodes,
                    new VirtualMachine(
                            vm.name(),
                            new VirtualMachine.Size(size.cores(), size.memory(), size.disk()),
                            new VirtualMachine.Place(vm.address(), host),
                            new VirtualMachine.Boot(image, secrets, configuration),
                            proxmox.storageOf(host),
                            proxmox.overlay(),
                            proxmox.api(),
                            proxmox.ready()));
            return add(nodes, new AppliedConfiguration(vm.name(), machine, configuration));
        }
    }
}
