package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.PublicIp;
import com.oracle.bmc.core.model.Subnet;
import com.oracle.bmc.core.model.Vcn;
import com.oracle.bmc.core.requests.ListInstancesRequest;
import com.oracle.bmc.core.requests.ListPublicIpsRequest;
import com.oracle.bmc.core.requests.ListSubnetsRequest;
import com.oracle.bmc.core.requests.ListVcnsRequest;
import com.oracle.bmc.core.responses.ListInstancesResponse;
import com.oracle.bmc.core.responses.ListPublicIpsResponse;
import com.oracle.bmc.core.responses.ListSubnetsResponse;
import com.oracle.bmc.core.responses.ListVcnsResponse;
import com.oracle.bmc.identity.model.Compartment;
import com.oracle.bmc.identity.requests.ListCompartmentsRequest;
import com.oracle.bmc.identity.responses.ListCompartmentsResponse;
import com.oracle.bmc.limits.model.QuotaSummary;
import com.oracle.bmc.limits.requests.ListQuotasRequest;
import com.oracle.bmc.limits.responses.ListQuotasResponse;
import com.oracle.bmc.loadbalancer.model.LoadBalancer;
import com.oracle.bmc.loadbalancer.requests.ListLoadBalancersRequest;
import com.oracle.bmc.loadbalancer.responses.ListLoadBalancersResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What OCI lists, whole, for everyone who looks through it: drivers for what is theirs, the preflight for what is
/// others', probes for what stands. What is gone is listed too, for hours.
public record OciLists(OciClients clients) {

    /// The compartments right below the tenancy's root.
    public List<Compartment> compartments() {
        return Pages.all(
                "ListCompartments",
                page -> clients.identity()
                        .listCompartments(ListCompartmentsRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .page(page)
                                .build()),
                ListCompartmentsResponse::getItems,
                ListCompartmentsResponse::getOpcNextPage);
    }

    /// The tenancy's quota policies.
    public List<QuotaSummary> quotas() {
        return Pages.all(
                "ListQuotas",
                page -> clients.quotas()
                        .listQuotas(ListQuotasRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .page(page)
                                .build()),
                ListQuotasResponse::getItems,
                ListQuotasResponse::getOpcNextPage);
    }

    public List<Vcn> vcns(String compartment) {
        return Pages.all(
                "ListVcns",
                page -> clients.network()
                        .listVcns(ListVcnsRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListVcnsResponse::getItems,
                ListVcnsResponse::getOpcNextPage);
    }

    /// @param vcn absent: those of every VCN of the compartment
    public List<Subnet> subnets(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListSubnets",
                page -> clients.network()
                        .listSubnets(ListSubnetsRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListSubnetsResponse::getItems,
                ListSubnetsResponse::getOpcNextPage);
    }

    public List<PublicIp> reservedPublicIps(String compartment) {
        return Pages.all(
                "ListPublicIps",
                page -> clients.network()
                        .listPublicIps(ListPublicIpsRequest.builder()
                                .compartmentId(compartment)
                                .scope(ListPublicIpsRequest.Scope.Region)
                                .lifetime(ListPublicIpsRequest.Lifetime.Reserved)
                                .page(page)
                                .build()),
                ListPublicIpsResponse::getItems,
                ListPublicIpsResponse::getOpcNextPage);
    }

    public List<Instance> instances(String compartment) {
        return Pages.all(
                "ListInstances",
                page -> clients.compute()
                        .listInstances(ListInstancesRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListInstancesResponse::getItems,
                ListInstancesResponse::getOpcNextPage);
    }

    public List<LoadBalancer> loadBalancers(String compartment) {
        return Pages.all(
                "ListLoadBalancers",
                page -> clients.loadBalancers()
                        .listLoadBalancers(ListLoadBalancersRequest.builder()
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListLoadBalancersResponse::getItems,
                ListLoadBalancersResponse::getOpcNextPage);
    }
}
