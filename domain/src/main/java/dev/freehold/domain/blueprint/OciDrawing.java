package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.fit.HostCapacity;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Addressed;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.InternetGateway;
import dev.freehold.domain.resource.OciResource.LoadBalancer;
import dev.freehold.domain.resource.OciResource.NetworkSecurityGroup;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.OciResource.PublicIpAssignment;
import dev.freehold.domain.resource.OciResource.Purpose;
import dev.freehold.domain.resource.OciResource.ReservedPublicIp;
import dev.freehold.domain.resource.OciResource.RouteTable;
import dev.freehold.domain.resource.OciResource.SecurityList;
import dev.freehold.domain.resource.OciResource.SecurityRule;
import dev.freehold.domain.resource.OciResource.Subnet;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The oci phase of one spec, and what later phases refer to in it.
///
/// @param ingress the secondary address that carries the ingress, on the first host
record OciDrawing(
        List<Node> nodes,
        Map<String, Ref<Instance>> instances,
        Map<String, Ref<TailnetMembership>> memberships,
        @Nullable Ref<PrivateIp> ingress) {

    static OciDrawing of(Spec spec, SetupDrawing setup, ImagesDrawing images) {
        var nodes = new ArrayList<Node>();
        var name = spec.name();
        var vcn =
                add(nodes, new Vcn(name, spec.account().region(), spec.network().vcn(), setup.compartment()));
        var gateway = add(nodes, new InternetGateway(name, vcn));
        var routes = add(nodes, new RouteTable(name, Cidr.ANYWHERE, vcn, gateway));
        var security = add(nodes, new SecurityList(name, SecurityRules.subnet(), vcn));
        var subnet = add(nodes, new Subnet(name, spec.network().subnet(), vcn, routes, security));
        var groups = Groups.of(spec, vcn, nodes);
        var instances = new LinkedHashMap<String, Ref<Instance>>();
        var assigned = new LinkedHashMap<String, Ref<PublicIpAssignment>>();
        var ingressHost = ingressHost(spec);
        var launching = new Launching(spec, setup, images, subnet, groups, ingressHost);
        for (var node : spec.nodes()) {
            var instance = add(nodes, launching.of(node));
            instances.put(node.name(), instance);
            if (node.publicIp() == PublicIp.RESERVED) {
                assigned.put(node.name(), assign(spec, node.name(), instance, setup, nodes));
            }
        }
        var ingress = ingressHost == null ? null : ingress(spec, ingressHost, instances, setup, nodes);
        var balancer = spec.access().loadBalancer();
        if (balancer != null) {
            var backends = ingress == null ? List.<Ref<PrivateIp>>of() : List.of(ingress);
            nodes.add(new LoadBalancer(
                    name, balancer.min(), balancer.max(), subnet, groups.balancer(), backends, guards(setup)));
        }
        return new OciDrawing(nodes, instances, memberships(spec, instances, assigned, setup, nodes), ingress);
    }

    /// What stands between a mistake and a bill.
    private static List<Ref<? extends SetupResource>> guards(SetupDrawing setup) {
        return List.of(setup.guards().quota(), setup.guards().alert());
    }

    private static Ref<PublicIpAssignment> assign(
            Spec spec, String name, Ref<? extends Addressed> to, SetupDrawing setup, List<Node> nodes) {
        var reserved = add(nodes, new ReservedPublicIp(name, spec.account().region(), setup.compartment()));
        return add(nodes, new PublicIpAssignment(name, reserved, to));
    }

    /// An ephemeral public address would sit on a primary private one only, so that the ingress has a reserved
    /// one or none.
    private static @Nullable Ref<PrivateIp> ingress(
            Spec spec, NodeSpec host, Map<String, Ref<Instance>> instances, SetupDrawing setup, List<Node> nodes) {
        var wanted = spec.access().ingress();
        if (wanted == null) {
            return null;
        }
        var name = ingressName(instances);
        var address = add(nodes, new PrivateIp(name, wanted.address(), known(instances, host.name())));
        if (wanted.publicIp() == PublicIp.RESERVED) {
            assign(spec, name, address, setup, nodes);
        }
        return address;
    }

    /// The first host carries the ingress; absent where there is no host or no ingress.
    static @Nullable NodeSpec ingressHost(Spec spec) {
        if (spec.access().ingress() == null) {
            return null;
        }
        return spec.nodes().stream().filter(NodeSpec::isHost).findFirst().orElse(null);
    }

    /// Machines may be called anything, even so; none has a dot in its name.
    private static String ingressName(Map<String, ?> machines) {
        return machines.containsKey("ingress") ? "ingress.address" : "ingress";
    }

    /// The bastion joins first: the others are reached through it.
    private static Map<String, Ref<TailnetMembership>> memberships(
            Spec spec,
            Map<String, Ref<Instance>> instances,
            Map<String, Ref<PublicIpAssignment>> assigned,
            SetupDrawing setup,
            List<Node> nodes) {
        var memberships = new LinkedHashMap<String, Ref<TailnetMembership>>();
        var joining = new Joining(instances, assigned, setup);
        var bastion = spec.bastion();
        List<Ref<TailnetMembership>> via = List.of();
        if (bastion != null) {
            var first = joining.of(bastion, List.of());
            via = List.of(add(nodes, first));
            memberships.put(bastion.name(), Ref.to(first));
        }
        for (var node : spec.nodes()) {
            if (!memberships.containsKey(node.name())) {
                memberships.put(node.name(), add(nodes, joining.of(node, via)));
            }
        }
        return memberships;
    }

    /// How machines come into the tailnet. One that is reached through another needs no public address for it.
    private record Joining(
            Map<String, Ref<Instance>> instances, Map<String, Ref<PublicIpAssignment>> assigned, SetupDrawing setup) {

        TailnetMembership of(NodeSpec node, List<Ref<TailnetMembership>> via) {
            var reserved = via.isEmpty() ? assigned.get(node.name()) : null;
            return new TailnetMembership(
                    node.name(),
                    node.tailnetAddress(),
                    known(instances, node.name()),
                    reserved == null ? List.of() : List.of(reserved),
                    via,
                    setup.tailnet());
        }
    }

    static <N extends Node> Ref<N> known(Map<String, Ref<N>> byName, String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("Nothing was drawn for " + name + ". This is a bug in Freehold.");
        }
        return found;
    }

    /// The network security groups, by whom they are for.
    private record Groups(
            List<Ref<NetworkSecurityGroup>> hosts,
            List<Ref<NetworkSecurityGroup>> ingressHost,
            List<Ref<NetworkSecurityGroup>> bastion,
            List<Ref<NetworkSecurityGroup>> machines,
            List<Ref<NetworkSecurityGroup>> balancer) {

        static Groups of(Spec spec, Ref<Vcn> vcn, List<Node> nodes) {
            boolean plain = spec.nodes().stream().anyMatch(node -> !node.isHost() && node.role() == Role.NONE);
            var hosts =
                    group("hosts", SecurityRules.hosts(spec), vcn, !spec.hosts().isEmpty(), nodes);
            var bastion = group("bastion", SecurityRules.bastion(spec), vcn, spec.bastion() != null, nodes);
            var machines = group("machines", SecurityRules.machines(spec), vcn, plain, nodes);
            var ingress = group("ingress", SecurityRules.web(), vcn, OciDrawing.ingressHost(spec) != null, nodes);
            var balancer = group(
                    "load-balancer", SecurityRules.web(), vcn, spec.access().loadBalancer() != null, nodes);
            var ingressHost = new ArrayList<>(hosts);
            ingressHost.addAll(ingress);
            return new Groups(hosts, List.copyOf(ingressHost), bastion, machines, balancer);
        }

        private static List<Ref<NetworkSecurityGroup>> group(
                String name, List<SecurityRule> rules, Ref<Vcn> vcn, boolean needed, List<Node> nodes) {
            return needed ? List.of(add(nodes, new NetworkSecurityGroup(name, rules, vcn))) : List.of();
        }

        List<Ref<NetworkSecurityGroup>> of(NodeSpec node, boolean carriesIngress) {
            if (node.isHost()) {
                return carriesIngress ? ingressHost : hosts;
            }
            return node.role() == Role.BASTION ? bastion : machines;
        }
    }

    /// How nodes of the spec become instances.
    private record Launching(
            Spec spec,
            SetupDrawing setup,
            ImagesDrawing images,
            Ref<Subnet> subnet,
            Groups groups,
            @Nullable NodeSpec ingressHost) {

        Instance of(NodeSpec node) {
            var launch = images.of(node);
            return new Instance(
                    node.name(),
                    purpose(node),
                    new Instance.Size(
                            node.size().shape(),
                            node.size().ocpus(),
                            node.size().memory(),
                            node.size().bootVolume(),
                            dataPartition(node)),
                    new Instance.Vnic(node.address(), node.publicIp(), subnet),
                    new Instance.Boot(launch.image(), launch.bootableBy()),
                    groups.of(node, ingressHost != null && node.name().equals(ingressHost.name())),
                    setup.sshKey(),
                    guards(setup),
                    setup.tailnet());
        }

        private static Purpose purpose(NodeSpec node) {
            if (node.isHost()) {
                return Purpose.HOST;
            }
            return node.role() == Role.BASTION ? Purpose.BASTION : Purpose.OTHER;
        }

        private Gigabytes dataPartition(NodeSpec node) {
            if (!node.isHost()) {
                return Gigabytes.ZERO;
            }
            var capacity = HostCapacity.of(node, spec.ceph());
            return capacity.osd().plus(capacity.thinPool());
        }
    }
}
