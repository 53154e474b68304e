package dev.freehold.lab.oracle.identity;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.Region;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.world.Ocids;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Regions, availability domains and fault domains. None of them is paged.
public final class DomainApi implements Api {
    private final Tenancy tenancy;
    private final Ocids ocids;

    public DomainApi(Tenancy tenancy, Ocids ocids) {
        this.tenancy = tenancy;
        this.ocids = ocids;
    }

    @Override
    public void serve(Routes routes) {
        routes.get("/20160918/availabilityDomains", (call, _) -> Replies.ok(Json.array(availabilityDomains(call))));
        routes.get("/20160918/faultDomains", (call, _) -> Replies.ok(Json.array(faultDomains(call))));
        routes.get(
                "/20160918/regions",
                (_, _) -> Replies.ok(
                        Json.array(Region.ALL.stream().map(DomainApi::shown).toList())));
        routes.get(
                "/20160918/tenancies/{id}",
                (call, tx) -> Replies.ok(tx.find(Tenancy.KIND, call.path("id"))
                        .map(Replies::shown)
                        .orElseThrow(() -> Refusal.notFound("tenancy " + call.path("id")))));
        routes.get("/20160918/tenancies/{id}/regionSubscriptions", (call, tx) -> {
            if (tx.find(Tenancy.KIND, call.path("id")).isEmpty()) {
                throw Refusal.notFound("tenancy " + call.path("id"));
            }
            return Replies.ok(Json.array(List.of(Json.object()
                    .put("regionKey", tenancy.region().key())
                    .put("regionName", tenancy.region().name())
                    .put("status", "READY")
                    .put("isHomeRegion", true))));
        });
    }

    private static ObjectNode shown(Region region) {
        return Json.object().put("key", region.key()).put("name", region.name());
    }

    private List<ObjectNode> availabilityDomains(Call call) {
        var compartment = call.requiredQuery("compartmentId");
        var names = tenancy.availabilityDomains();
        return IntStream.range(0, names.size())
                .mapToObj(i -> Json.object()
                        .put("name", names.get(i))
                        // Domains are no resources of the world; their ids only have to stay the same.
                        .put("id", ocids.global("availabilitydomain", -1 - i))
                        .put("compartmentId", compartment))
                .toList();
    }

    private List<ObjectNode> faultDomains(Call call) {
        var compartment = call.requiredQuery("compartmentId");
        var domain = call.requiredQuery("availabilityDomain");
        var at = tenancy.availabilityDomains().indexOf(domain);
        if (at < 0) {
            throw Refusal.invalid("There is no availability domain " + domain);
        }
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Json.object()
                        .put("name", "FAULT-DOMAIN-" + number)
                        .put("id", ocids.global("faultdomain", -1 - at * 3L - number))
                        .put("compartmentId", compartment)
                        .put("availabilityDomain", domain))
                .toList();
    }
}
