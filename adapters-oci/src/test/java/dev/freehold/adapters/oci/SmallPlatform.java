package dev.freehold.adapters.oci;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
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
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import dev.freehold.domain.resource.OciResource.Subnet;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.domain.resource.SetupResource.BudgetAlertRule;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SetupResource.OciConfiguration;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.domain.spec.NodeSpec;
import java.math.BigDecimal;
import java.util.List;

/// One resource of each kind that Oracle Cloud has below the machines, each after what it refers to.
public final class SmallPlatform {
    static final String NAME = "small";

    static final OciConfiguration CONFIGURATION = new OciConfiguration(NAME, Profiles.REGION);
    public static final Compartment COMPARTMENT = new Compartment(NAME, "small-compartment", Ref.to(CONFIGURATION));
    static final QuotaPolicy QUOTA = new QuotaPolicy(NAME, statements(4), Ref.to(COMPARTMENT));
    public static final Budget BUDGET = new Budget(NAME, Usd.of("1"), Ref.to(COMPARTMENT));
    public static final BudgetAlertRule ALERT =
            new BudgetAlertRule(NAME, Usd.of("0.01"), "me@example.org", Ref.to(BUDGET));
    public static final Vcn VCN = new Vcn(NAME, Profiles.REGION, Cidr.parse("10.0.0.0/16"), Ref.to(COMPARTMENT));
    public static final InternetGateway GATEWAY = new InternetGateway(NAME, Ref.to(VCN));
    public static final RouteTable ROUTES = new RouteTable(NAME, Cidr.ANYWHERE, Ref.to(VCN), Ref.to(GATEWAY));
    static final RouteTable OTHER_ROUTES =
            new RouteTable("other", Cidr.parse("198.51.100.0/24"), Ref.to(VCN), Ref.to(GATEWAY));
    static final SecurityList SECURITY = new SecurityList(
            NAME,
            List.of(
                    in("1", Cidr.ANYWHERE, 0, 0, "ICMP"),
                    in("17", Cidr.ANYWHERE, 41641, 41641, "Tailscale"),
                    new SecurityRule(Direction.EGRESS, "all", Cidr.ANYWHERE, 0, 0, "out to everywhere")),
            Ref.to(VCN));
    static final NetworkSecurityGroup GROUP = new NetworkSecurityGroup(
            NAME,
            List.of(
                    in("6", null, 8006, 8006, "among themselves"),
                    in("6", Cidr.parse("192.0.2.0/24"), 22, 22, "SSH"),
                    in("17", null, 5405, 5412, "corosync")),
            Ref.to(VCN));
    public static final Subnet SUBNET =
            new Subnet(NAME, Cidr.parse("10.0.1.0/24"), Ref.to(VCN), Ref.to(ROUTES), Ref.to(SECURITY));
    static final ReservedPublicIp ADDRESS = new ReservedPublicIp(NAME, Profiles.REGION, Ref.to(COMPARTMENT));

    /// Not among the resources: a machine is launched by hand.
    static final Instance MACHINE = new Instance(
            "machine",
            Purpose.OTHER,
            new Instance.Size(
                    NodeSpec.Shape.A1_FLEX,
                    new Ocpus(BigDecimal.ONE),
                    new Gigabytes(BigDecimal.valueOf(6)),
                    new Gigabytes(BigDecimal.valueOf(50)),
                    Gigabytes.ZERO),
            new Instance.Vnic(Ipv4.parse("10.0.1.10"), NodeSpec.PublicIp.NONE, Ref.to(SUBNET)),
            new Instance.Boot(new Ref<>(new ResourceId("images/prebuilt-image/any")), List.of()),
            List.of(),
            new Ref<>(new ResourceId("setup/ssh-key-pair/any")),
            List.of(),
            new Ref<>(new ResourceId("setup/tailnet-credential/any")));

    static final PrivateIp SECOND = new PrivateIp(NAME, Ipv4.parse("10.0.1.11"), Ref.to(MACHINE));
    static final PublicIpAssignment ON_MACHINE = new PublicIpAssignment("machine", Ref.to(ADDRESS), Ref.to(MACHINE));
    static final PublicIpAssignment ON_SECOND = new PublicIpAssignment("second", Ref.to(ADDRESS), Ref.to(SECOND));

    static final LoadBalancer BALANCER = new LoadBalancer(
            NAME,
            new Mbps(10),
            new Mbps(10),
            Ref.to(SUBNET),
            List.of(Ref.to(GROUP)),
            List.of(Ref.to(SECOND)),
            List.of());

    private SmallPlatform() {}

    /// What needs a machine.
    static List<Resource> onMachines() {
        return List.of(SECOND, ON_MACHINE, ON_SECOND, BALANCER);
    }

    public static List<Resource> resources() {
        return List.of(
                COMPARTMENT,
                QUOTA,
                BUDGET,
                ALERT,
                VCN,
                GATEWAY,
                ROUTES,
                OTHER_ROUTES,
                SECURITY,
                GROUP,
                SUBNET,
                ADDRESS);
    }

    static List<String> statements(int cores) {
        var in = " in compartment small-compartment";
        return List.of(
                "zero compute-core quotas" + in,
                "zero block-storage quotas" + in,
                "zero object-storage quotas" + in,
                "set compute-core quota standard-a1-core-count to " + cores + in,
                "set compute-core quota standard-a1-core-regional-count to " + cores + in,
                "set compute-core quota standard-e2-micro-core-count to 1" + in,
                "set block-storage quota total-storage-gb to 200" + in,
                "set object-storage quota storage-bytes to 21474836480" + in);
    }

    public static SecurityRule in(String protocol, Cidr from, int first, int last, String description) {
        return new SecurityRule(Direction.INGRESS, protocol, from, first, last, description);
    }
}
