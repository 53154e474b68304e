package dev.freehold.adapters.oci.loadbalancer;

import com.oracle.bmc.loadbalancer.model.CreateLoadBalancerDetails;
import com.oracle.bmc.loadbalancer.model.LoadBalancer;
import com.oracle.bmc.loadbalancer.model.ShapeDetails;
import com.oracle.bmc.loadbalancer.model.UpdateLoadBalancerShapeDetails;
import com.oracle.bmc.loadbalancer.model.UpdateNetworkSecurityGroupsDetails;
import com.oracle.bmc.loadbalancer.requests.CreateLoadBalancerRequest;
import com.oracle.bmc.loadbalancer.requests.DeleteLoadBalancerRequest;
import com.oracle.bmc.loadbalancer.requests.GetLoadBalancerRequest;
import com.oracle.bmc.loadbalancer.requests.UpdateLoadBalancerShapeRequest;
import com.oracle.bmc.loadbalancer.requests.UpdateNetworkSecurityGroupsRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// [OciResource.LoadBalancer] on the Load Balancing API 20170115: the flexible shape, public, TCP passed through on
/// the web's two ports. Everything it does is a work request, one at a time.
public final class LoadBalancerDriver implements KindDriver<OciResource.LoadBalancer> {
    private final Tenancy tenancy;
    private final TaggedResources<LoadBalancer> tagged;
    private final BalancerWork work;
    private final BalancerBackends backends;

    public LoadBalancerDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.work = new BalancerWork(tenancy);
        this.backends = new BalancerBackends(tenancy, work);
        this.tagged = new TaggedResources<>(
                "load balancer",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<OciResource.LoadBalancer>> find(OciResource.LoadBalancer wanted, Context context)
            throws InterruptedException {
        var compartment = tenancy.locations().ocid(wanted.subnet(), context).flatMap(tenancy.locations()::ofSubnet);
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        return tagged.find(wanted, context, () -> list(compartment.get())).map(one -> {
            var ocid = tagged.ocid(one);
            return Found.ours(
                    ocid,
                    actual(one, wanted, context),
                    new Identified(new Ocid(ocid)),
                    Ownership.token(one.getFreeformTags()));
        });
    }

    private OciResource.LoadBalancer actual(LoadBalancer there, OciResource.LoadBalancer wanted, Context context) {
        var shape = OciCalls.required("the shape of the load balancer " + there.getId(), there.getShapeDetails());
        var groups = Objects.requireNonNullElse(there.getNetworkSecurityGroupIds(), List.<String>of());
        boolean sameGroups = groups.stream().sorted().toList().equals(groups(wanted, context));
        return new OciResource.LoadBalancer(
                wanted.name(),
                mbps("the least bandwidth of " + there.getId(), shape.getMinimumBandwidthInMbps()),
                mbps("the most bandwidth of " + there.getId(), shape.getMaximumBandwidthInMbps()),
                wanted.subnet(),
                sameGroups ? wanted.securityGroups() : List.of(another("network-security-group")),
                !isFailed(there) && backends.are(there, wanted, context)
                        ? wanted.backends()
                        : List.of(another("private-ip")),
                wanted.guards());
    }

    /// One that Oracle gave up on carries no traffic, whatever it lists, and can only be removed.
    private static boolean isFailed(LoadBalancer there) {
        return Lifecycle.of("The load balancer " + there.getId(), there.getLifecycleState()) == Lifecycle.FAILED;
    }

    private static Mbps mbps(String what, Integer count) {
        return new Mbps(OciCalls.required(what, count));
    }

    private List<String> groups(OciResource.LoadBalancer wanted, Context context) {
        return wanted.securityGroups().stream()
                .map(group -> tenancy.locations().ocid(group, context).orElse(""))
                .sorted()
                .toList();
    }

    private static <N extends OciResource> Ref<N> another(String kind) {
        return new Ref<>(ResourceId.of(Phase.OCI, kind, "not-freeholds"));
    }

    private List<LoadBalancer> list(String compartment) {
        return tenancy.lists().loadBalancers(compartment);
    }

    private LoadBalancer get(String ocid) {
        return tenancy.clients()
                .loadBalancers()
                .getLoadBalancer(
                        GetLoadBalancerRequest.builder().loadBalancerId(ocid).build())
                .getLoadBalancer();
    }

    @Override
    public void make(OciResource.LoadBalancer wanted, Token token, Context context) throws InterruptedException {
        var subnet = tenancy.locations().requiredOcid(wanted.subnet(), context);
        var compartment =
                tenancy.locations().ofSubnet(subnet).orElseThrow(() -> ResourceLocations.absent(subnet, wanted));
        tagged.refuseClash(wanted, wanted.name(), list(compartment));
        var details = CreateLoadBalancerDetails.builder()
                .compartmentId(compartment)
                .displayName(wanted.name())
                .shapeName("flexible")
                .shapeDetails(shape(wanted))
                .isPrivate(false)
                .subnetIds(List.of(subnet))
                .networkSecurityGroupIds(required(wanted, context))
                .backendSets(backends.sets(wanted, context))
                .listeners(BalancerBackends.listeners())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        var request = OciCalls.ask(
                "CreateLoadBalancer",
                () -> tenancy.clients()
                        .loadBalancers()
                        .createLoadBalancer(CreateLoadBalancerRequest.builder()
                                .createLoadBalancerDetails(details)
                                .opcRetryToken(token.text())
                                .build())
                        .getOpcWorkRequestId());
        work.await(wanted, request, context);
    }

    private static ShapeDetails shape(OciResource.LoadBalancer wanted) {
        return ShapeDetails.builder()
                .minimumBandwidthInMbps(wanted.min().count())
                .maximumBandwidthInMbps(wanted.max().count())
                .build();
    }

    private List<String> required(OciResource.LoadBalancer wanted, Context context) {
        return wanted.securityGroups().stream()
                .map(group -> tenancy.locations().requiredOcid(group, context))
                .toList();
    }

    @Override
    public void change(Found<OciResource.LoadBalancer> there, OciResource.LoadBalancer wanted, Context context)
            throws InterruptedException {
        var actual = there.actual();
        if (!actual.min().equals(wanted.min()) || !actual.max().equals(wanted.max())) {
            work.await(wanted, resize(there.handle(), wanted), context);
        }
        if (!actual.securityGroups().equals(wanted.securityGroups())) {
            work.await(wanted, regroup(there.handle(), required(wanted, context)), context);
        }
        if (!actual.backends().equals(wanted.backends())) {
            backends.set(there.handle(), wanted, context);
        }
    }

    private String resize(String ocid, OciResource.LoadBalancer wanted) {
        return OciCalls.ask(
                "UpdateLoadBalancerShape",
                () -> tenancy.clients()
                        .loadBalancers()
                        .updateLoadBalancerShape(UpdateLoadBalancerShapeRequest.builder()
                                .loadBalancerId(ocid)
                                .updateLoadBalancerShapeDetails(UpdateLoadBalancerShapeDetails.builder()
                                        .shapeName("flexible")
                                        .shapeDetails(shape(wanted))
                                        .build())
                                .build())
                        .getOpcWorkRequestId());
    }

    private String regroup(String ocid, List<String> groups) {
        return OciCalls.ask(
                "UpdateNetworkSecurityGroups",
                () -> tenancy.clients()
                        .loadBalancers()
                        .updateNetworkSecurityGroups(UpdateNetworkSecurityGroupsRequest.builder()
                                .loadBalancerId(ocid)
                                .updateNetworkSecurityGroupsDetails(UpdateNetworkSecurityGroupsDetails.builder()
                                        .networkSecurityGroupIds(groups)
                                        .build())
                                .build())
                        .getOpcWorkRequestId());
    }

    @Override
    public void remove(Found<OciResource.LoadBalancer> there, OciResource.LoadBalancer gone, Context context)
            throws InterruptedException {
        OciCalls.find(
                "DeleteLoadBalancer",
                () -> tenancy.clients()
                        .loadBalancers()
                        .deleteLoadBalancer(DeleteLoadBalancerRequest.builder()
                                .loadBalancerId(there.handle())
                                .build()));
        tagged.gone(gone, context, () -> get(there.handle()));
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tagged.ours(
                // A region may lack the service.
                OciCalls.find("ListLoadBalancers", () -> list(compartment)).orElse(List.of())));
    }
}
