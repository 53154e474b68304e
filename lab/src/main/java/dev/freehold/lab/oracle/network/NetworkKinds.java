package dev.freehold.lab.oracle.network;

import dev.freehold.lab.oracle.api.Kind;
import java.time.Duration;

/// What there is in networking, by the names in OCIDs.
final class NetworkKinds {
    static final Kind VCN = Kind.of("vcn", "/20160918/vcns");
    static final Kind INTERNET_GATEWAY = Kind.of("internetgateway", "/20160918/internetGateways", "vcnId");
    static final Kind ROUTE_TABLE = Kind.of("routetable", "/20160918/routeTables", "vcnId");
    static final Kind SECURITY_LIST = Kind.of("securitylist", "/20160918/securityLists", "vcnId");
    static final Kind SECURITY_GROUP = Kind.of("networksecuritygroup", "/20160918/networkSecurityGroups", "vcnId");
    static final Kind DHCP_OPTIONS = Kind.of("dhcpoptions", "/20160918/dhcps", "vcnId");
    static final Kind SUBNET = Kind.of("subnet", "/20160918/subnets", "vcnId");
    static final Kind PRIVATE_IP = Kind.of("privateip", "/20160918/privateIps");
    static final Kind PUBLIC_IP = Kind.of("publicip", "/20160918/publicIps");
    static final Kind VNIC = Kind.of("vnic", "/20160918/vnics");

    /// Things of a network take seconds; no figure is published.
    static final Duration LEAST = Duration.ofSeconds(1);

    static final Duration MOST = Duration.ofSeconds(5);

    private NetworkKinds() {}
}
