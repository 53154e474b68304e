package dev.freehold.adapters.sim.world;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.ports.driver.Refused;
import java.util.Optional;

/// What Oracle's network and the tailnet refuse beyond what holds for every kind.
final class OciRules {
    private static final Cidr TAILNET = Cidr.parse("100.64.0.0/10");
    private static final Cidr TAILNET_SERVICES = Cidr.parse("100.100.0.0/24");
    private static final Cidr TAILNET_INTERNAL = Cidr.parse("100.115.92.0/23");

    private final SimWorld world;
    private final LaunchRules launches;
    private final Unshared unshared;

    OciRules(SimWorld world) {
        this.world = world;
        this.launches = new LaunchRules(world);
        this.unshared = new Unshared(world);
    }

    Optional<Refused> objection(OciResource wanted, Optional<Resource> before) {
        return switch (wanted) {
            case OciResource.Vcn vcn -> vcn(vcn);
            case OciResource.InternetGateway gateway -> gateway(gateway);
            case OciResource.Subnet subnet -> subnet(subnet);
            case OciResource.Instance instance -> before.isPresent() ? resizing(instance) : launching(instance);
            case OciResource.PrivateIp ip ->
                world.find(ip.instance().id(), OciResource.Instance.class)
                        .flatMap(on -> address(
                                ip.address(), ip.id(), on.vnic().subnet().id()));
            case OciResource.PublicIpAssignment assignment -> assignment(assignment);
            case OciResource.TailnetMembership membership -> membership(membership);
            case OciResource.LoadBalancer balancer ->
                balancer.min().count() <= balancer.max().count()
                        ? Optional.empty()
                        : invalid("minimumBandwidthInMbps is above maximumBandwidthInMbps");
            case OciResource.RouteTable _,
                    OciResource.SecurityList _,
                    OciResource.NetworkSecurityGroup _,
                    OciResource.ReservedPublicIp _ -> Optional.empty();
        };
    }

    private Optional<Refused> launching(OciResource.Instance wanted) {
        return launches.objection(wanted)
                .or(() -> label(wanted))
                .or(() -> address(
                        wanted.vnic().address(),
                        wanted.id(),
                        wanted.vnic().subnet().id()));
    }

    /// The name in the resolver, which can have no dot.
    private Optional<Refused> label(OciResource.Instance wanted) {
        for (var there : world.all(OciResource.Instance.class)) {
            boolean same = there.name().replace('.', '-').equals(wanted.name().replace('.', '-'));
            if (same && !there.id().equals(wanted.id())) {
                return invalid("the hostname label of " + wanted.id() + " is already in use by " + there.id());
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> resizing(OciResource.Instance wanted) {
        boolean ephemeral = wanted.vnic().publicIp() == NodeSpec.PublicIp.EPHEMERAL;
        for (var there : world.all(OciResource.PublicIpAssignment.class)) {
            if (ephemeral && there.privateAddress().id().equals(wanted.id())) {
                return conflict("The private IP of " + wanted.id() + " has a public IP: " + there.id());
            }
        }
        return launches.objectionToShape(wanted);
    }

    private static Optional<Refused> vcn(OciResource.Vcn vcn) {
        int prefix = vcn.cidr().prefix();
        return prefix >= 16 && prefix <= 30
                ? Optional.empty()
                : invalid("the CIDR block " + vcn.cidr() + " is not from /16 to /30");
    }

    private Optional<Refused> gateway(OciResource.InternetGateway wanted) {
        return world.all(OciResource.InternetGateway.class).stream()
                .filter(there ->
                        there.vcn().equals(wanted.vcn()) && !there.name().equals(wanted.name()))
                .findFirst()
                .map(there -> new Refused(
                        "LimitExceeded",
                        "The following service limits were exceeded: internet-gateway-count; " + there.id()
                                + " stands already."));
    }

    private Optional<Refused> subnet(OciResource.Subnet wanted) {
        var vcn = world.find(wanted.vcn().id(), OciResource.Vcn.class);
        if (vcn.isPresent() && !vcn.get().cidr().contains(wanted.cidr())) {
            return invalid("the subnet CIDR " + wanted.cidr() + " is not within the VCN's "
                    + vcn.get().cidr());
        }
        for (var there : world.all(OciResource.Subnet.class)) {
            if (there.vcn().equals(wanted.vcn())
                    && !there.name().equals(wanted.name())
                    && there.cidr().overlaps(wanted.cidr())) {
                return invalid("the subnet CIDR " + wanted.cidr() + " overlaps with " + there.id());
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> address(Ipv4 wanted, ResourceId self, ResourceId subnetId) {
        var subnet = world.find(subnetId, OciResource.Subnet.class).orElseThrow();
        var block = subnet.cidr();
        boolean reserved = wanted.equals(block.at(0)) || wanted.equals(block.at(1)) || wanted.equals(block.last());
        if (!block.contains(wanted) || reserved) {
            return invalid(wanted + " is not an address that " + subnet.id() + " (" + block + ") can give");
        }
        return unshared.inSubnet(wanted, self)
                .flatMap(holder -> invalid("the private IP address " + wanted + " is already in use by " + holder));
    }

    private Optional<Refused> assignment(OciResource.PublicIpAssignment wanted) {
        for (var there : world.all(OciResource.PublicIpAssignment.class)) {
            boolean other = !there.name().equals(wanted.name());
            if (other && there.publicIp().equals(wanted.publicIp())) {
                return conflict("The public IP " + wanted.publicIp() + " is assigned to " + there.privateAddress());
            }
            if (other && there.privateAddress().equals(wanted.privateAddress())) {
                return conflict("The private IP of " + wanted.privateAddress() + " has a public IP: " + there.id());
            }
        }
        return world.find(wanted.privateAddress().id(), OciResource.Instance.class)
                .filter(instance -> instance.vnic().publicIp() == NodeSpec.PublicIp.EPHEMERAL)
                .flatMap(instance -> conflict("The private IP of " + instance.id() + " has an ephemeral public IP"));
    }

    private Optional<Refused> membership(OciResource.TailnetMembership wanted) {
        var address = wanted.address();
        if (!TAILNET.contains(address) || TAILNET_SERVICES.contains(address) || TAILNET_INTERNAL.contains(address)) {
            return Optional.of(new Refused("400", address + " is not an address of the tailnet's range."));
        }
        return inTailnet(unshared, address, wanted.name(), wanted.id());
    }

    /// Tailscale refuses an address that another has. Of a name that is taken it makes another one, and whoever
    /// is to be found by its name is not: that is refused here.
    static Optional<Refused> inTailnet(Unshared unshared, Ipv4 address, String name, ResourceId self) {
        return unshared.inTailnet(address, self)
                .map(holder -> new Refused("400", address + " is in use by " + holder + "."))
                .or(() -> unshared.named(name, self)
                        .map(holder -> new Refused("409", "the name " + name + " is in use by " + holder + ".")));
    }

    static Optional<Refused> invalid(String words) {
        return Optional.of(new Refused("InvalidParameter", words + "."));
    }

    private static Optional<Refused> conflict(String words) {
        return Optional.of(new Refused("Conflict", words + "."));
    }
}
