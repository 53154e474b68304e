package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.model.InternetGateway;
import com.oracle.bmc.core.model.NetworkSecurityGroup;
import com.oracle.bmc.core.model.PublicIp;
import com.oracle.bmc.core.model.RouteTable;
import com.oracle.bmc.core.model.SecurityList;
import com.oracle.bmc.core.model.Subnet;
import com.oracle.bmc.core.model.Vcn;
import com.oracle.bmc.core.requests.ListInternetGatewaysRequest;
import com.oracle.bmc.core.requests.ListNetworkSecurityGroupsRequest;
import com.oracle.bmc.core.requests.ListPrivateIpsRequest;
import com.oracle.bmc.core.requests.ListRouteTablesRequest;
import com.oracle.bmc.core.requests.ListSecurityListsRequest;
import com.oracle.bmc.core.requests.ListSubnetsRequest;
import com.oracle.bmc.core.responses.ListInternetGatewaysResponse;
import com.oracle.bmc.core.responses.ListNetworkSecurityGroupsResponse;
import com.oracle.bmc.core.responses.ListPrivateIpsResponse;
import com.oracle.bmc.core.responses.ListRouteTablesResponse;
import com.oracle.bmc.core.responses.ListSecurityListsResponse;
import com.oracle.bmc.core.responses.ListSubnetsResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.ports.driver.Inventory.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// What bears our tags of the network of one compartment.
final class NetworkInventory {
    private final Tenancy tenancy;

    NetworkInventory(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// One question a kind of thing.
    List<Callable<List<Item>>> questions(String compartment) {
        return List.of(
                () -> found(
                        "VCN",
                        vcns(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())),
                () -> found(
                        "internet gateway",
                        internetGateways(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())),
                () -> found(
                        "route table",
                        routeTables(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())),
                () -> found(
                        "security list",
                        securityLists(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())),
                () -> found(
                        "network security group",
                        networkSecurityGroups(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())),
                () -> subnetsAndAddresses(compartment),
                () -> found(
                        "public IP",
                        publicIps(compartment),
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    /// Those that bear our tags and live.
    private <T> List<Item> found(String word, List<T> listed, Function<T, CommonFields> row) {
        return OwnItems.of(tenancy, word, listed.stream().map(row).toList());
    }

    /// Private addresses are listed by subnet alone.
    private List<Item> subnetsAndAddresses(String compartment) {
        var all = subnets(compartment);
        var items = new ArrayList<>(found(
                "subnet",
                all,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
        for (var subnet : all) {
            if (tenancy.ownership().isOurs(subnet.getFreeformTags())) {
                items.addAll(privateIps(OciCalls.required("the OCID of a subnet", subnet.getId())));
            }
        }
        return items;
    }

    private List<Item> privateIps(String subnet) {
        return Pages.all(
                        "ListPrivateIps",
                        page -> tenancy.clients()
                                .network()
                                .listPrivateIps(ListPrivateIpsRequest.builder()
                                        .subnetId(subnet)
                                        .page(page)
                                        .build()),
                        ListPrivateIpsResponse::getItems,
                        ListPrivateIpsResponse::getOpcNextPage)
                .stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .map(one -> OwnItems.item("private IP", one.getDisplayName(), one.getId(), one.getFreeformTags()))
                .toList();
    }

    private List<PublicIp> publicIps(String compartment) {
        return tenancy.lists().reservedPublicIps(compartment);
    }

    private List<Vcn> vcns(String compartment) {
        return tenancy.lists().vcns(compartment);
    }

    private List<InternetGateway> internetGateways(String compartment) {
        return Pages.all(
                "ListInternetGateways",
                page -> tenancy.clients()
                        .network()
                        .listInternetGateways(ListInternetGatewaysRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListInternetGatewaysResponse::getItems,
                ListInternetGatewaysResponse::getOpcNextPage);
    }

    private List<RouteTable> routeTables(String compartment) {
        return Pages.all(
                "ListRouteTables",
                page -> tenancy.clients()
                        .network()
                        .listRouteTables(ListRouteTablesRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListRouteTablesResponse::getItems,
                ListRouteTablesResponse::getOpcNextPage);
    }

    private List<SecurityList> securityLists(String compartment) {
        return Pages.all(
                "ListSecurityLists",
                page -> tenancy.clients()
                        .network()
                        .listSecurityLists(ListSecurityListsRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListSecurityListsResponse::getItems,
                ListSecurityListsResponse::getOpcNextPage);
    }

    private List<NetworkSecurityGroup> networkSecurityGroups(String compartment) {
        return Pages.all(
                "ListNetworkSecurityGroups",
                page -> tenancy.clients()
                        .network()
                        .listNetworkSecurityGroups(ListNetworkSecurityGroupsRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListNetworkSecurityGroupsResponse::getItems,
                ListNetworkSecurityGroupsResponse::getOpcNextPage);
    }

    private List<Subnet> subnets(String compartment) {
        return Pages.all(
                "ListSubnets",
                page -> tenancy.clients()
                        .network()
                        .listSubnets(ListSubnetsRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListSubnetsResponse::getItems,
                ListSubnetsResponse::getOpcNextPage);
    }
}
