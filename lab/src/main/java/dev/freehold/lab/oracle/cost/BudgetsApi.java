package dev.freehold.lab.oracle.cost;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Budgets API 20190111. Budgets only tell: nothing stops when one is spent.
public final class BudgetsApi implements Api {
    static final String KIND = "budget";
    private static final String BUDGETS = "/20190111/budgets";
    private static final List<String> TEXTS = List.of("displayName", "description", "processingPeriodType");
    private static final int MONTH_DAYS = 31; // as the forecast stretches what was spent

    private final String tenancyId;
    private final Ocids ocids;
    private final Meter meter;

    public BudgetsApi(String tenancyId, Ocids ocids, Meter meter) {
        this.tenancyId = tenancyId;
        this.ocids = ocids;
        this.meter = meter;
    }

    @Override
    public void serve(Routes routes) {
        routes.post(BUDGETS, this::create);
        routes.get(BUDGETS, this::list);
        routes.get(BUDGETS + "/{budgetId}", (call, tx) -> replied(budget(call, tx), tx));
        routes.put(BUDGETS + "/{budgetId}", this::update);
        routes.delete(BUDGETS + "/{budgetId}", (call, tx) -> {
            var budget = budget(call, tx);
            call.checkIfMatch(budget);
            AlertRules.of(tx, budget).forEach(rule -> tx.forget(rule.id()));
            tx.forget(budget.id());
            return Replies.noContent();
        });
        new AlertRules(ocids).serve(routes, BUDGETS + "/{budgetId}/alertRules");
    }

    private Reply create(Call call, Tx tx) {
        if (!call.required("compartmentId").equals(tenancyId)) {
            throw Refusal.invalid("compartmentId must be the tenancy's: budgets live there");
        }
        var body = call.json();
        if (!call.required("resetPeriod").equals("MONTHLY")) {
            throw Refusal.invalid("resetPeriod can only be MONTHLY");
        }
        var attributes = Json.object();
        target(tx, body, attributes);
        attributes
                .put("resetPeriod", "MONTHLY")
                .put("processingPeriodType", "MONTH")
                .put("version", 1);
        take(body, attributes);
        if (!attributes.has("amount")) {
            throw Refusal.missing("amount");
        }
        if (!attributes.has("displayName")) {
            attributes.put("displayName", "budget" + tx.nextSequence());
        }
        var id = ocids.global(KIND, tx.nextSequence());
        return replied(tx.create(id, KIND, tenancyId, "ACTIVE", attributes), tx);
    }

    private void target(Tx tx, ObjectNode body, ObjectNode attributes) {
        // The old form names one compartment in a member of its own.
        var old = Json.text(body, "targetCompartmentId", "");
        var type = Json.text(body, "targetType", "COMPARTMENT");
        var targets = old.isEmpty()
                ? body.path("targets").valueStream().map(JsonNode::asString).toList()
                : List.of(old);
        if (!Set.of("COMPARTMENT", "TAG").contains(type)) {
            throw Refusal.invalid("targetType is '" + type + "'; it can be COMPARTMENT or TAG");
        }
        if (targets.size() != 1) {
            throw Refusal.invalid("targets must name exactly one");
        }
        if (type.equals("COMPARTMENT") && !isCompartment(tx, targets.getFirst())) {
            throw Refusal.notFound("compartment " + targets.getFirst());
        }
        attributes.put("targetType", type);
        attributes.set("targets", Json.strings(targets));
        if (type.equals("COMPARTMENT")) {
            attributes.put("targetCompartmentId", targets.getFirst());
        }
    }

    private boolean isCompartment(Tx tx, String id) {
        return id.equals(tenancyId)
                || tx.find("compartment", id)
                        .filter(there -> !there.isIn("DELETED"))
                        .isPresent();
    }

    private static void take(ObjectNode body, ObjectNode attributes) {
        for (var text : TEXTS) {
            if (body.hasNonNull(text)) {
                attributes.set(text, body.get(text));
            }
        }
        for (var tags : List.of("freeformTags", "definedTags")) {
            if (body.hasNonNull(tags)) {
                attributes.set(tags, body.get(tags));
            } else if (!attributes.has(tags)) {
                attributes.putObject(tags);
            }
        }
        if (body.hasNonNull("amount")) {
            var amount = body.path("amount").decimalValue();
            // Whole units of the currency, at least one: free tier's own pages tell of nothing smaller.
            if (amount.compareTo(BigDecimal.ONE) < 0
                    || amount.stripTrailingZeros().scale() > 0) {
                throw Refusal.invalid("amount is " + amount + "; it must be a whole number, at least 1");
            }
            attributes.put("amount", amount);
        }
    }

    private Reply list(Call call, Tx tx) {
        if (!call.requiredQuery("compartmentId").equals(tenancyId)) {
            return Replies.page(call, List.of());
        }
        return Replies.page(
                call,
                tx.stream(KIND)
                        .filter(budget -> call.admits("displayName", budget.text("displayName")))
                        .filter(budget -> call.admits("lifecycleState", budget.state()))
                        .filter(budget ->
                                call.query("targetType").filter("ALL"::equals).isPresent()
                                        || call.admits("targetType", budget.text("targetType")))
                        .map(budget -> shown(budget, tx))
                        .toList());
    }

    private Reply update(Call call, Tx tx) {
        var budget = budget(call, tx);
        call.checkIfMatch(budget);
        var changed = budget.with(attributes -> {
            take(call.json(), attributes);
            attributes.put("version", attributes.path("version").asInt(1) + 1);
            attributes.put("timeUpdated", Json.time(tx.now()));
        });
        return replied(tx.put(changed), tx);
    }

    static Resource budget(Call call, Tx tx) {
        var id = call.path("budgetId");
        return tx.find(KIND, id).orElseThrow(() -> Refusal.notFound("budget " + id));
    }

    private Reply replied(Resource budget, Tx tx) {
        return Replies.ok(shown(budget, tx)).with("etag", budget.etag());
    }

    private ObjectNode shown(Resource budget, Tx tx) {
        var shown = Replies.shown(budget);
        if (!shown.has("timeUpdated")) {
            shown.put("timeUpdated", Json.time(budget.timeCreated()));
        }
        var month = tx.now()
                .atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        var spent = spent(budget, tx, month);
        var passed =
                BigDecimal.valueOf(Math.max(1, Duration.between(month, tx.now()).toSeconds()));
        var whole = BigDecimal.valueOf(Duration.ofDays(MONTH_DAYS).toSeconds());
        return shown.put("alertRuleCount", (int) AlertRules.of(tx, budget).count())
                .put("actualSpend", spent.setScale(4, RoundingMode.HALF_EVEN))
                .put("forecastedSpend", spent.multiply(whole).divide(passed, 4, RoundingMode.HALF_EVEN))
                .put("timeSpendComputed", Json.time(tx.now()));
    }

    private BigDecimal spent(Resource budget, Tx tx, Instant month) {
        if (!budget.has("targetType", "COMPARTMENT")) {
            return BigDecimal.ZERO; // the lab prices by compartment, not by tag
        }
        var within = below(tx, budget.text("targetCompartmentId"));
        return meter.hours(tx, month, tx.now().plusSeconds(1)).stream()
                .filter(hour -> within.contains(hour.compartmentId()))
                .map(MeteredHour::usd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<String> below(Tx tx, String root) {
        var found = new HashSet<>(Set.of(root));
        // Parents are older than what is in them.
        tx.stream("compartment")
                .filter(compartment -> found.contains(compartment.compartmentId()))
                .forEach(compartment -> found.add(compartment.id()));
        return found;
    }
}
