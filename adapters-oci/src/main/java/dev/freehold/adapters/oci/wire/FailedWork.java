package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.workrequests.model.WorkRequestError;
import com.oracle.bmc.workrequests.model.WorkRequestSummary;
import com.oracle.bmc.workrequests.requests.ListWorkRequestErrorsRequest;
import com.oracle.bmc.workrequests.requests.ListWorkRequestsRequest;
import com.oracle.bmc.workrequests.responses.ListWorkRequestErrorsResponse;
import com.oracle.bmc.workrequests.responses.ListWorkRequestsResponse;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.skeleton.Declined;
import java.util.List;
import java.util.Objects;

/// Why Oracle gave up on something that it had accepted: its work requests say so, and nothing else does.
public final class FailedWork {
    private final OciClients clients;

    public FailedWork(OciClients clients) {
        this.clients = clients;
    }

    /// `declined` with the reasons, where they can be read.
    public Declined explain(Declined declined, String what, String ocid, String compartment) {
        var errors = errors(ocid, compartment);
        return errors.isEmpty()
                ? declined
                : new Declined(
                        declined.reason(),
                        declined.code(),
                        what + " as " + ocid + " failed: " + String.join("; ", errors) + ".");
    }

    private List<String> errors(String ocid, String compartment) {
        try {
            return requests(ocid, compartment).stream()
                    .flatMap(request -> errors(request).stream())
                    .map(error -> Objects.requireNonNullElse(error.getCode(), "Unknown") + ": "
                            + Objects.requireNonNullElse(error.getMessage(), "no reason given"))
                    .distinct()
                    .toList();
        } catch (Declined | SystemFault unreadable) {
            return List.of(); // what happened is known already, only not why
        }
    }

    private List<WorkRequestSummary> requests(String ocid, String compartment) {
        return Pages.all(
                "ListWorkRequests",
                page -> clients.workRequests()
                        .listWorkRequests(ListWorkRequestsRequest.builder()
                                .compartmentId(compartment)
                                .resourceId(ocid)
                                .page(page)
                                .build()),
                ListWorkRequestsResponse::getItems,
                ListWorkRequestsResponse::getOpcNextPage);
    }

    private List<WorkRequestError> errors(WorkRequestSummary request) {
        return Pages.all(
                "ListWorkRequestErrors",
                page -> clients.workRequests()
                        .listWorkRequestErrors(ListWorkRequestErrorsRequest.builder()
                                .workRequestId(request.getId())
                                .page(page)
                                .build()),
                ListWorkRequestErrorsResponse::getItems,
                ListWorkRequestErrorsResponse::getOpcNextPage);
    }
}
