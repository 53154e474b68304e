package dev.freehold.lab.oracle.quota;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The Quotas API 20181025.
public final class QuotasApi implements Api {
    private static final String QUOTAS = "/20181025/quotas";
    /// Oracle's page on quotas: a change may take up to ten minutes to act.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_STATEMENTS = 50;

    private final String tenancyId;
    private final Ocids ocids;

    public QuotasApi(String tenancyId, Ocids ocids) {
        this.tenancyId = tenancyId;
        this.ocids = ocids;
    }

    @Override
    public void serve(Routes routes) {
        routes.post(QUOTAS, this::create);
        routes.get(QUOTAS, this::list);
        routes.get(QUOTAS + "/{quotaId}", (call, tx) -> Replies.ok(quota(call, tx)));
        routes.put(QUOTAS + "/{quotaId}", this::update);
        routes.delete(QUOTAS + "/{quotaId}", (call, tx) -> {
            var quota = quota(call, tx);
            call.checkIfMatch(quota);
            tx.forget(quota.id());
            return Replies.noContent();
        });
    }

    private Reply create(Call call, Tx tx) {
        checkTenancy(call.required("compartmentId"));
        var name = call.required("name");
        call.required("description");
        if (tx.stream(TenancyQuotas.KIND).anyMatch(quota -> quota.has("name", name))) {
            throw new Refusal(
                    409,
                    "NotAuthorizedOrResourceAlreadyExists",
                    "A quota policy named '" + name + "' is there already");
        }
        var body = call.json();
        var attributes = Json.object();
        attributes.put("name", name);
        attributes.set(TenancyQuotas.BEFORE, Json.array());
        take(body, attributes);
        attributes.set("statements", checked(tx, body.path("statements")));
        var id = ocids.global("quota", tx.nextSequence());
        attributes.put(TenancyQuotas.FROM, acts(tx, id, 0));
        return Replies.ok(tx.create(id, TenancyQuotas.KIND, tenancyId, "ACTIVE", attributes));
    }

    private Reply list(Call call, Tx tx) {
        checkTenancy(call.requiredQuery("compartmentId"));
        var quotas = new ArrayList<>(tx.stream(TenancyQuotas.KIND)
                .filter(quota -> call.admits("name", quota.text("name")))
                .filter(quota -> call.admits("lifecycleState", quota.state()))
                .map(quota -> {
                    var summary = Replies.shown(quota);
                    summary.remove("statements");
                    return summary;
                })
                .toList());
        if (call.query("sortOrder").filter("DESC"::equals).isPresent()) {
            java.util.Collections.reverse(quotas);
        }
        return Replies.page(call, quotas);
    }

    private Reply update(Call call, Tx tx) {
        var quota = quota(call, tx);
        call.checkIfMatch(quota);
        var body = call.json();
        var changed = quota.with(attributes -> {
            take(body, attributes);
            if (body.has("statements")) {
                attributes.set(TenancyQuotas.BEFORE, Json.strings(TenancyQuotas.statements(quota, tx.now())));
                attributes.set("statements", checked(tx, body.path("statements")));
                attributes.put(TenancyQuotas.FROM, acts(tx, quota.id(), quota.revision()));
            }
        });
        return Replies.ok(tx.put(changed));
    }

    private static void take(ObjectNode body, ObjectNode attributes) {
        for (var member : List.of("description", "freeformTags", "definedTags")) {
            if (body.has(member)) {
                attributes.set(member, body.get(member));
            } else if (member.endsWith("Tags") && !attributes.has(member)) {
                attributes.putObject(member);
            }
        }
    }

    private ArrayNode checked(Tx tx, JsonNode statements) {
        if (!(statements instanceof ArrayNode list) || list.isEmpty()) {
            throw Refusal.missing("statements");
        }
        if (list.size() > MOST_STATEMENTS) {
            throw Refusal.invalid("A quota policy has at most " + MOST_STATEMENTS + " statements");
        }
        var compartments = new CompartmentTree(tx, tenancyId);
        for (var text : list) {
            try {
                var statement = QuotaParser.parse(text.asString());
                if (compartments.find(statement.compartment()).isEmpty()) {
                    throw Refusal.invalid("Invalid quota statement '" + text.asString() + "': there is no compartment "
                            + String.join(":", statement.compartment()));
                }
            } catch (IllegalArgumentException wrong) {
                throw Refusal.invalid(String.valueOf(wrong.getMessage()));
            }
        }
        return list;
    }

    private static String acts(Tx tx, String id, long revision) {
        var delay = tx.delays().between(id, "acts" + revision, Duration.ofSeconds(5), LONGEST);
        return tx.now().plus(delay).toString();
    }

    private void checkTenancy(String compartmentId) {
        if (!compartmentId.equals(tenancyId)) {
            throw Refusal.invalid("compartmentId must be the tenancy's: quota policies live there");
        }
    }

    private static Resource quota(Call call, Tx tx) {
        var id = call.path("quotaId");
        return tx.find(TenancyQuotas.KIND, id).orElseThrow(() -> Refusal.notFound("quota " + id));
    }
}
