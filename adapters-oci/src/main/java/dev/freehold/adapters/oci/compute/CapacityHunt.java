package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.CapacityReportInstanceShapeConfig;
import com.oracle.bmc.core.model.CapacityReportShapeAvailability.AvailabilityStatus;
import com.oracle.bmc.core.model.ComputeCapacityReport;
import com.oracle.bmc.core.model.CreateCapacityReportShapeAvailabilityDetails;
import com.oracle.bmc.core.model.CreateComputeCapacityReportDetails;
import com.oracle.bmc.core.requests.CreateComputeCapacityReportRequest;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the next try to launch a machine goes. It holds no state: which availability domain a try begins with
/// follows from its token, and the capacity report, which costs nothing, says where it is worth while. See
/// docs/decisions/hunting-for-capacity.md.
final class CapacityHunt {
    private final OciClients clients;
    private final AvailabilityDomains domains;

    CapacityHunt(OciClients clients, AvailabilityDomains domains) {
        this.clients = clients;
        this.domains = domains;
    }

    /// @param faultDomain absent on most tries: any may serve
    record LaunchDomains(String domain, Optional<String> faultDomain) {}

    private enum Hint {
        ROOM,
        NONE_GIVEN,
        FULL,
        NEVER
    }

    /// @throws Declined as full, if the report says so everywhere and this try believes it; or because no
    ///     domain has the shape
    LaunchDomains domains(Instance wanted, Token token) {
        var attempt = LaunchAttempt.of(token);
        var order = attempt.inTurn(domains.offering(wanted.size().shape()));
        var chosen = wanted.size().shape() == Shape.A1_FLEX ? promising(wanted, order, attempt) : order.getFirst();
        return new LaunchDomains(chosen, attempt.faultDomain(domains.faultDomains(chosen)));
    }

    private String promising(Instance wanted, List<String> order, LaunchAttempt attempt) {
        Map<Hint, String> first = new EnumMap<>(Hint.class);
        for (var domain : order) {
            var hint = hint(wanted, domain);
            first.putIfAbsent(hint, domain);
            if (hint == Hint.ROOM) {
                return domain;
            }
        }
        var unreported = first.get(Hint.NONE_GIVEN);
        if (unreported != null) {
            return unreported;
        }
        var full = first.getOrDefault(Hint.FULL, order.getFirst());
        if (attempt.launchesAnyway()) {
            return full;
        }
        throw new Declined(
                Declined.Reason.FULL,
                "InternalError",
                "Out of host capacity, by Oracle's capacity report on " + String.join(", ", order)
                        + "; this try launched nothing, the next may all the same.");
    }

    private Hint hint(Instance wanted, String domain) {
        return report(wanted, domain)
                .map(ComputeCapacityReport::getShapeAvailabilities)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> hint(lines.getFirst().getAvailabilityStatus()))
                .orElse(Hint.NONE_GIVEN);
    }

    private static Hint hint(@Nullable AvailabilityStatus status) {
        if (AvailabilityStatus.Available.equals(status)) {
            return Hint.ROOM;
        }
        if (AvailabilityStatus.OutOfHostCapacity.equals(status)) {
            return Hint.FULL;
        }
        return AvailabilityStatus.HardwareNotSupported.equals(status) ? Hint.NEVER : Hint.NONE_GIVEN;
    }

    /// Empty where the tenancy may not ask for one, or got nonsense: it is only a hint.
    private Optional<ComputeCapacityReport> report(Instance wanted, String domain) {
        var size = CapacityReportInstanceShapeConfig.builder()
                .ocpus(wanted.size().ocpus().count().floatValue())
                .memoryInGBs(wanted.size().memory().count().floatValue())
                .build();
        var details = CreateComputeCapacityReportDetails.builder()
                .compartmentId(clients.access().tenancy())
                .availabilityDomain(domain)
                .shapeAvailabilities(List.of(CreateCapacityReportShapeAvailabilityDetails.builder()
                        .instanceShape(wanted.size().shape().oci())
                        .instanceShapeConfig(size)
                        .build()))
                .build();
        try {
            return Optional.ofNullable(OciCalls.ask(
                    "CreateComputeCapacityReport",
                    () -> clients.compute()
                            .createComputeCapacityReport(CreateComputeCapacityReportRequest.builder()
                                    .createComputeCapacityReportDetails(details)
                                    .build())
                            .getComputeCapacityReport()));
        } catch (Declined | Unforeseen unusable) {
            return Optional.empty();
        }
    }
}
