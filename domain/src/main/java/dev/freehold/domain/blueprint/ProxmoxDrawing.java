package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.OciDrawing.known;
import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Gate.LiveMigration;
import dev.freehold.domain.resource.Gate.Quorum;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ProxmoxResource.ApiToken;
import dev.freehold.domain.resource.ProxmoxResource.Cluster;
import dev.freehold.domain.resource.ProxmoxResource.ClusterMember;
import dev.freehold.domain.resource.ProxmoxResource.ContainerTemplate;
import dev.freehold.domain.resource.ProxmoxResource.HostFirewall;
import dev.freehold.domain.resource.ProxmoxResource.IngressNat;
import dev.freehold.domain.resource.ProxmoxResource.OverlayNetwork;
import dev.freehold.domain.resource.ProxmoxResource.PostInstall;
import dev.freehold.domain.resource.ProxmoxResource.QDevice;
import dev.freehold.domain.resource.ProxmoxResource.StorageContent;
import dev.freehold.domain.resource.ProxmoxResource.TailscaleContainer;
import dev.freehold.domain.resource.ProxmoxResource.VmStorage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The proxmox phase of a spec with hosts, and what the next phase refers to in it.
///
/// @param storages where the disks of a host's VMs live, by the host's name
/// @param ready what must hold before VMs come to the hosts
record ProxmoxDrawing(
        List<Node> nodes,
        Ref<StorageContent> local,
        Ref<OverlayNetwork> overlay,
        Map<String, Ref<? extends VmStorage>> storages,
        Ref<ApiToken> api,
        List<Ref<? extends Gate>> ready) {

    /// What OCI's virtual network carries inside one frame is 9,000 bytes, but not towards the internet: the
    /// usual 1,500 less VXLAN's 50.
    private static final int OVERLAY_MTU = 1450;

    static ProxmoxDrawing of(Spec spec, AddressPlan addresses, SetupDrawing setup, OciDrawing oci) {
        return new Hosts(spec, spec.hosts(), addresses, setup, oci, new ArrayList<>()).draw();
    }

    Ref<? extends VmStorage> storageOf(String host) {
        var storage = storages.get(host);
        if (storage == null) {
            throw new IllegalStateException("No storage was drawn for " + host + ". This is a bug in Freehold.");
        }
        return storage;
    }

    private record Hosts(
            Spec spec,
            List<NodeSpec> hosts,
            AddressPlan addresses,
            SetupDrawing setup,
            OciDrawing oci,
            List<Node> nodes) {

        ProxmoxDrawing draw() {
            var installs = new LinkedHashMap<String, Ref<PostInstall>>();
            for (var host : hosts) {
                installs.put(
                        host.name(),
                        add(
                                nodes,
                                new PostInstall(
                                        host.name(),
                                        host.address(),
                                        known(oci.instances(), host.name()),
                                        known(oci.memberships(), host.name()))));
            }
            var firewalls = firewalls(installs);
            var first = hosts.getFirst().name();
            var cluster = add(nodes, new Cluster(spec.name(), known(installs, first), known(firewalls, first)));
            var quorum = quorum(cluster, members(cluster, installs, firewalls));
            var local = add(
                    nodes,
                    new StorageContent(
                            "local", List.of("iso", "vztmpl", "backup", "snippets", "import"), cluster, quorum));
            var overlay = overlay(cluster, firewalls, quorum);
            var storage = StorageDrawing.of(spec, hosts, cluster, installs, quorum, nodes);
            containers(installs, local, overlay);
            ingress(installs, overlay);
            var api = add(nodes, new ApiToken(spec.name(), "freehold@pve", cluster, quorum));
            return new ProxmoxDrawing(
                    nodes, local, overlay, storage.byHost(), api, List.of(ready(overlay, storage.all(), quorum)));
        }

        private Map<String, Ref<HostFirewall>> firewalls(Map<String, Ref<PostInstall>> installs) {
            var firewalls = new LinkedHashMap<String, Ref<HostFirewall>>();
            var privateAddresses = hosts.stream().map(NodeSpec::address).toList();
            var ingress = spec.access().ingress();
            var ingressHost = OciDrawing.ingressHost(spec);
            for (var host : hosts) {
                var letIn =
                        ingress != null && ingressHost != null && host.name().equals(ingressHost.name())
                                ? List.of(ingress.address())
                                : List.<Ipv4>of();
                firewalls.put(
                        host.name(),
                        add(
                                nodes,
                                new HostFirewall(
                                        host.name(),
                                        privateAddresses,
                                        spec.network().vms(),
                                        AddressPlan.TAILNET,
                                        letIn,
                                        known(installs, host.name()))));
            }
            return firewalls;
        }

        private List<Ref<ClusterMember>> members(
                Ref<Cluster> cluster,
                Map<String, Ref<PostInstall>> installs,
                Map<String, Ref<HostFirewall>> firewalls) {
            var members = new ArrayList<Ref<ClusterMember>>();
            for (var host : hosts.subList(1, hosts.size())) {
                var after = members.isEmpty() ? List.<Ref<ClusterMember>>of() : List.of(members.getLast());
                members.add(add(
                        nodes,
                        new ClusterMember(
                                host.name(),
                                cluster,
                                known(installs, host.name()),
                                known(firewalls, host.name()),
                                after)));
            }
            return members;
        }

        private Ref<Quorum> quorum(Ref<Cluster> cluster, List<Ref<ClusterMember>> members) {
            var voters = new ArrayList<Ref<? extends ProxmoxResource>>(members);
            var bastion = spec.bastion();
            if (bastion != null && SecurityRules.hasQDevice(spec)) {
                var name = bastion.name();
                voters.add(add(
                        nodes,
                        new QDevice(
                                name, cluster, members, known(oci.instances(), name), known(oci.memberships(), name))));
            }
            return add(nodes, new Quorum(spec.name(), cluster, voters, voters.size() + 1));
        }

        private Ref<OverlayNetwork> overlay(
                Ref<Cluster> cluster, Map<String, Ref<HostFirewall>> firewalls, Ref<Quorum> quorum) {
            return add(
                    nodes,
                    new OverlayNetwork(
                            "vms",
                            spec.network().vms(),
                            addresses.overlay().gateway(),
                            OVERLAY_MTU,
                            addresses.overlay().overlayHosts().stream()
                                    .map(AddressPlan.OverlayHost::address)
                                    .toList(),
                            cluster,
                            List.copyOf(firewalls.values()),
                            quorum));
        }

        private void containers(
                Map<String, Ref<PostInstall>> installs, Ref<StorageContent> local, Ref<OverlayNetwork> overlay) {
            for (var container : addresses.overlay().containers()) {
                var host = known(installs, container.host());
                var template =
                        add(nodes, new ContainerTemplate(container.host(), Versions.CONTAINER_TEMPLATE, host, local));
                nodes.add(new TailscaleContainer(
                        container.name(),
                        container.address(),
                        container.tailnet(),
                        host,
                        template,
                        overlay,
                        setup.tailnet()));
            }
        }

        private void ingress(Map<String, Ref<PostInstall>> installs, Ref<OverlayNetwork> overlay) {
            var ingress = spec.access().ingress();
            var address = oci.ingress();
            var host = OciDrawing.ingressHost(spec);
            if (ingress != null && address != null && host != null) {
                nodes.add(new IngressNat(
                        "ingress",
                        ingress.nodePort(),
                        spec.cluster().kubernetes().endpoint(),
                        overlay,
                        known(installs, host.name()),
                        address));
            }
        }

        /// One host has nowhere to move a VM to. The test's VM needs room that the platform's own VMs take
        /// up later, so it comes before them.
        private Ref<? extends Gate> ready(
                Ref<OverlayNetwork> overlay, List<Ref<? extends VmStorage>> storages, Ref<Quorum> quorum) {
            return hosts.size() < 2 ? quorum : add(nodes, new LiveMigration(spec.name(), overlay, storages));
        }
    }
}
