package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.Shape;
import com.oracle.bmc.core.requests.ListShapesRequest;
import com.oracle.bmc.core.responses.ListShapesResponse;
import com.oracle.bmc.identity.model.AvailabilityDomain;
import com.oracle.bmc.identity.model.FaultDomain;
import com.oracle.bmc.identity.requests.ListAvailabilityDomainsRequest;
import com.oracle.bmc.identity.requests.ListFaultDomainsRequest;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.ports.skeleton.Declined;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The availability domains of the region, and which of them offer a shape. They don't change while a process
/// lives, so each is asked for once.
public final class AvailabilityDomains {
    private final OciClients clients;
    private final Supplier<List<String>> microDomains;
    private final Map<NodeSpec.Shape, List<String>> offering = new ConcurrentHashMap<>();
    private final Map<String, List<String>> faultDomains = new ConcurrentHashMap<>();

    /// @param microDomains those in which the tenancy may have micros
    public AvailabilityDomains(OciClients clients, Supplier<List<String>> microDomains) {
        this.clients = clients;
        this.microDomains = microDomains;
    }

    /// Every availability domain of the region, by name, in Oracle's order.
    List<String> all() {
        var listed = OciCalls.ask(
                "ListAvailabilityDomains",
                () -> clients.identity()
                        .listAvailabilityDomains(ListAvailabilityDomainsRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .build())
                        .getItems());
        return OciCalls.required("the availability domains", listed).stream()
                .map(AvailabilityDomain::getName)
                .map(name -> OciCalls.required("the name of an availability domain", name))
                .toList();
    }

    /// Those that a machine of `shape` can be launched in.
    ///
    /// @throws Declined there is none
    List<String> offering(NodeSpec.Shape shape) {
        var known = offering.get(shape);
        if (known != null) {
            return known;
        }
        var found = granted(
                shape, all().stream().filter(domain -> isListed(shape, domain)).toList());
        if (found.isEmpty()) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "NotAuthorizedOrNotFound",
                    "No availability domain of " + clients.access().region() + " offers " + shape.oci()
                            + " to this tenancy. See its service limits in Oracle's console.");
        }
        offering.put(shape, found);
        return found;
    }

    private boolean isListed(NodeSpec.Shape shape, String domain) {
        return shapes(domain).stream().anyMatch(one -> shape.oci().equals(one.getShape()));
    }

    private List<Shape> shapes(String domain) {
        return Pages.all(
                "ListShapes",
                page -> clients.compute()
                        .listShapes(ListShapesRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .availabilityDomain(domain)
                                .page(page)
                                .build()),
                ListShapesResponse::getItems,
                ListShapesResponse::getOpcNextPage);
    }

    /// Micros have a limit in each domain, which is above zero in one of them: a launch in another is refused.
    private List<String> granted(NodeSpec.Shape shape, List<String> listed) {
        if (shape != NodeSpec.Shape.E2_1_MICRO || listed.size() < 2) {
            return listed;
        }
        var granting = microDomains.get().stream().filter(listed::contains).toList();
        return granting.isEmpty() ? listed : granting;
    }

    List<String> faultDomains(String domain) {
        return faultDomains.computeIfAbsent(domain, this::listFaultDomains);
    }

    private List<String> listFaultDomains(String domain) {
        var listed = OciCalls.ask(
                "ListFaultDomains",
                () -> clients.identity()
                        .listFaultDomains(ListFaultDomainsRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .availabilityDomain(domain)
                                .build())
                        .getItems());
        return OciCalls.required("the fault domains of " + domain, listed).stream()
                .map(FaultDomain::getName)
                .map(name -> OciCalls.required("the name of a fault domain", name))
                .toList();
    }
}
