package dev.freehold.adapters.oci.loadbalancer;

import com.oracle.bmc.loadbalancer.model.Backend;
import com.oracle.bmc.loadbalancer.model.BackendDetails;
import com.oracle.bmc.loadbalancer.model.BackendSetDetails;
import com.oracle.bmc.loadbalancer.model.HealthCheckerDetails;
import com.oracle.bmc.loadbalancer.model.ListenerDetails;
import com.oracle.bmc.loadbalancer.model.LoadBalancer;
import com.oracle.bmc.loadbalancer.model.UpdateBackendSetDetails;
import com.oracle.bmc.loadbalancer.requests.UpdateBackendSetRequest;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.ports.driver.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a load balancer listens on and whom it passes it to: HTTP and HTTPS as they come, to the same port of each
/// backend, for the ingress behind it ends TLS.
final class BalancerBackends {
    /// The port of each set, by its name, always in one order.
    private static final Map<String, Integer> PORTS = new TreeMap<>(Map.of("http", 80, "https", 443));

    private static final String POLICY = "ROUND_ROBIN";

    private final Tenancy tenancy;
    private final BalancerWork work;

    BalancerBackends(Tenancy tenancy, BalancerWork work) {
        this.tenancy = tenancy;
        this.work = work;
    }

    static Map<String, ListenerDetails> listeners() {
        var listeners = new LinkedHashMap<String, ListenerDetails>();
        PORTS.forEach((name, port) -> listeners.put(
                name,
                ListenerDetails.builder()
                        .defaultBackendSetName(name)
                        .port(port)
                        .protocol("TCP")
                        .build()));
        return listeners;
    }

    Map<String, BackendSetDetails> sets(OciResource.LoadBalancer wanted, Context context) {
        var sets = new LinkedHashMap<String, BackendSetDetails>();
        PORTS.forEach((name, port) -> sets.put(
                name,
                BackendSetDetails.builder()
                        .policy(POLICY)
                        .healthChecker(health(port))
                        .backends(backends(addresses(wanted, context), port))
                        .build()));
        return sets;
    }

    private static HealthCheckerDetails health(int port) {
        return HealthCheckerDetails.builder().protocol("TCP").port(port).build();
    }

    private static List<BackendDetails> backends(List<String> addresses, int port) {
        return addresses.stream()
                .map(address ->
                        BackendDetails.builder().ipAddress(address).port(port).build())
                .toList();
    }

    /// Each backend is a private IP that is there: its address is among its outputs.
    private static List<String> addresses(OciResource.LoadBalancer wanted, Context context) {
        return wanted.backends().stream()
                .map(backend -> context.outputsOf(backend)
                        .map(there -> there.address().toString())
                        .orElse(""))
                .sorted()
                .toList();
    }

    /// Are both sets there, with the wanted backends and no others?
    boolean are(LoadBalancer there, OciResource.LoadBalancer wanted, Context context) {
        var sets = there.getBackendSets();
        var addresses = addresses(wanted, context);
        return sets != null
                && PORTS.keySet().stream().allMatch(name -> {
                    var set = sets.get(name);
                    return set != null
                            && set.getBackends() != null
                            && set.getBackends().stream()
                                    .map(Backend::getIpAddress)
                                    .sorted()
                                    .toList()
                                    .equals(addresses);
                });
    }

    void set(String balancer, OciResource.LoadBalancer wanted, Context context) throws InterruptedException {
        var addresses = addresses(wanted, context);
        for (var each : PORTS.entrySet()) {
            var details = UpdateBackendSetDetails.builder()
                    .policy(POLICY)
                    .healthChecker(health(each.getValue()))
                    .backends(backends(addresses, each.getValue()))
                    .build();
            var request = OciCalls.ask(
                    "UpdateBackendSet",
                    () -> tenancy.clients()
                            .loadBalancers()
                            .updateBackendSet(UpdateBackendSetRequest.builder()
                                    .loadBalancerId(balancer)
                                    .backendSetName(each.getKey())
                                    .updateBackendSetDetails(details)
                                    .build())
                            .getOpcWorkRequestId());
            work.await(wanted, request, context);
        }
    }
}
