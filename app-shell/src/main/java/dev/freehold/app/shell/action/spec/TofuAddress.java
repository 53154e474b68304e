package dev.freehold.app.shell.action.spec;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.SetupResource;
import java.util.Optional;

/// What OpenTofu's provider for Oracle Cloud calls a resource.
final class TofuAddress {
    private TofuAddress() {}

    /// `TYPE.NAME`; empty for what it does not have, or does not import by an OCID.
    static Optional<String> of(Node node) {
        return type(node).map(type -> type + '.' + label(node.id().name()));
    }

    private static Optional<String> type(Node node) {
        return switch (node) {
            case OciResource oci -> type(oci);
            case SetupResource.Compartment _ -> Optional.of("oci_identity_compartment");
            case SetupResource.QuotaPolicy _ -> Optional.of("oci_limits_quota");
            case SetupResource.Budget _ -> Optional.of("oci_budget_budget");
            default -> Optional.empty();
        };
    }

    private static Optional<String> type(OciResource resource) {
        return switch (resource) {
            case OciResource.Vcn _ -> Optional.of("oci_core_vcn");
            case OciResource.InternetGateway _ -> Optional.of("oci_core_internet_gateway");
            case OciResource.RouteTable _ -> Optional.of("oci_core_route_table");
            case OciResource.SecurityList _ -> Optional.of("oci_core_security_list");
            case OciResource.NetworkSecurityGroup _ -> Optional.of("oci_core_network_security_group");
            case OciResource.Subnet _ -> Optional.of("oci_core_subnet");
            case OciResource.ReservedPublicIp _ -> Optional.of("oci_core_public_ip");
            case OciResource.Instance _ -> Optional.of("oci_core_instance");
            case OciResource.PrivateIp _ -> Optional.of("oci_core_private_ip");
            case OciResource.LoadBalancer _ -> Optional.of("oci_load_balancer_load_balancer");
            case OciResource.PublicIpAssignment _, OciResource.TailnetMembership _ -> Optional.empty();
        };
    }

    /// Labels begin with a letter or `_` and have letters, digits, `_` and `-`.
    private static String label(String name) {
        var label = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isLetter(label.charAt(0)) ? label : '_' + label;
    }
}
