package dev.freehold.adapters.oci.loadbalancer;

import com.oracle.bmc.loadbalancer.requests.GetWorkRequestRequest;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Waiting;
import org.jspecify.annotations.Nullable;

/// Load Balancing's own work requests, by which it does all that it accepts.
final class BalancerWork {
    private final Tenancy tenancy;

    BalancerWork(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// @param request the work request's OCID, as the answer named it
    /// @throws Declined it failed, with its own words
    void await(OciResource.LoadBalancer wanted, @Nullable String request, Context context) throws InterruptedException {
        var ocid = OciCalls.required("the work request of " + wanted.id(), request);
        tenancy.waiting().until(context, "load balancer " + wanted.name(), () -> {
            var seen = OciCalls.ask(
                    "GetWorkRequest",
                    () -> tenancy.clients()
                            .loadBalancers()
                            .getWorkRequest(GetWorkRequestRequest.builder()
                                    .workRequestId(ocid)
                                    .build())
                            .getWorkRequest());
            var state = Lifecycle.word("The work request " + ocid, seen.getLifecycleState());
            return switch (state) {
                case "SUCCEEDED" -> Waiting.Sight.there(true);
                case "FAILED" ->
                    throw new Declined(
                            Declined.Reason.FORBIDDEN,
                            "IncorrectState",
                            "Oracle Cloud gave up on " + wanted.id() + " (work request " + ocid + "): "
                                    + seen.getMessage());
                default -> Waiting.Sight.yet(state);
            };
        });
    }
}
