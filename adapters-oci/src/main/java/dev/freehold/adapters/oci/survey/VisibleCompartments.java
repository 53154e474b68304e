package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.identity.model.Compartment;
import com.oracle.bmc.identity.requests.ListCompartmentsRequest;
import com.oracle.bmc.identity.responses.ListCompartmentsResponse;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import java.util.ArrayList;
import java.util.List;

/// Every compartment of a tenancy that can be looked into.
final class VisibleCompartments {
    private final Tenancy tenancy;

    VisibleCompartments(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// The root first, then all under it, by OCID.
    List<String> all() {
        var root = tenancy.clients().access().tenancy();
        var all = new ArrayList<String>(List.of(root));
        Pages.all(
                        "ListCompartments",
                        page -> tenancy.clients()
                                .identity()
                                .listCompartments(ListCompartmentsRequest.builder()
                                        .compartmentId(root)
                                        .compartmentIdInSubtree(true)
                                        .accessLevel(ListCompartmentsRequest.AccessLevel.Accessible)
                                        .page(page)
                                        .build()),
                        ListCompartmentsResponse::getItems,
                        ListCompartmentsResponse::getOpcNextPage)
                .stream()
                .filter(one -> Compartment.LifecycleState.Active.equals(one.getLifecycleState()))
                .map(one -> OciCalls.required("the OCID of a compartment", one.getId()))
                .filter(ocid -> !ocid.equals(root))
                .forEach(all::add);
        return all;
    }
}
