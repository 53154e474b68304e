package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.identity.model.RegionSubscription;
import com.oracle.bmc.identity.requests.ListRegionSubscriptionsRequest;
import com.oracle.bmc.limits.model.LimitValueSummary;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.profile.UnusableProfile;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.ParallelCalls;
import dev.freehold.domain.allowance.TenancyFacts;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.spec.Spec;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// [Preflight] of a tenancy: who asks, in which region, what stands there of others and what its limits are.
public final class TenancyPreflight implements Preflight {
    private static final List<String> SERVICES = List.of("compute", "block-storage", "vcn", "object-storage");

    private static final List<String> SERVICES_AND_BALANCERS =
            List.of("compute", "block-storage", "vcn", "object-storage", "load-balancer");

    private final Tenancy tenancy;
    private final Stakes stakes;

    public TenancyPreflight(Tenancy tenancy, Stakes stakes) {
        this.tenancy = tenancy;
        this.stakes = stakes;
    }

    @Override
    public Stakes stakes() {
        return stakes;
    }

    @Override
    public Look look(Spec spec) throws InterruptedException {
        var file = tenancy.clients().profile().file();
        if (!Files.exists(file)) {
            return new Look.Unseen("there is no OCI configuration at " + file + " yet");
        }
        try {
            return new Look.Seen(facts(spec));
        } catch (UnusableProfile unusable) {
            return new Look.Denied(String.valueOf(unusable.getMessage()));
        } catch (Declined declined) {
            if (declined.code().equals("NotAuthenticated")) {
                return new Look.Denied(String.valueOf(declined.getMessage()));
            }
            throw declined.unforeseen();
        }
    }

    private TenancyFacts facts(Spec spec) throws InterruptedException {
        var regions = regions(); // first and alone: it shows whether anything else is worth asking
        var others = new OthersUse(tenancy);
        boolean balances = spec.access().loadBalancer() != null;
        var compartments = new VisibleCompartments(tenancy).all();
        var questions = new ArrayList<Callable<Part>>();
        for (var use : others.questions(compartments, balances)) {
            questions.add(() -> new Part(use.call(), List.of()));
        }
        for (var service : balances ? SERVICES_AND_BALANCERS : SERVICES) {
            questions.add(() -> new Part(Usage.NONE, ServiceLimits.of(service, tenancy.clients())));
        }
        var parts = ParallelCalls.ask(questions);
        var limits = parts.stream().flatMap(part -> part.limits().stream()).toList();
        return new TenancyFacts(
                regions.stream()
                        .filter(region -> Boolean.TRUE.equals(region.getIsHomeRegion()))
                        .map(TenancyPreflight::name)
                        .findFirst()
                        .orElseThrow(() -> new Unforeseen("Oracle Cloud names no home region of the tenancy.")),
                regions.stream().map(TenancyPreflight::name).toList(),
                parts.stream().map(Part::used).reduce(Usage.NONE, Usage::plus),
                ServiceLimits.byRule(limits),
                ServiceLimits.microDomains(limits));
    }

    /// What one question found.
    private record Part(Usage used, List<LimitValueSummary> limits) {}

    private static String name(RegionSubscription region) {
        return OciCalls.required("the name of a region", region.getRegionName());
    }

    private List<RegionSubscription> regions() {
        return OciCalls.required(
                "the tenancy's regions",
                OciCalls.ask(
                        "ListRegionSubscriptions",
                        () -> tenancy.clients()
                                .identity()
                                .listRegionSubscriptions(ListRegionSubscriptionsRequest.builder()
                                        .tenancyId(tenancy.clients().access().tenancy())
                                        .build())
                                .getItems()));
    }
}
