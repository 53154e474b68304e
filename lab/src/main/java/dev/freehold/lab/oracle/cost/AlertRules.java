package dev.freehold.lab.oracle.cost;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A budget's alert rules. The lab sends no mail.
final class AlertRules {
    private static final String KIND = "alertrule";
    private static final int LONGEST_MESSAGE = 1000;
    private static final Map<String, Set<String>> WORDS = Map.of(
            "type", Set.of("ACTUAL", "FORECAST"),
            "thresholdType", Set.of("PERCENTAGE", "ABSOLUTE"));
    /// Recipients are one text, divided by commas, semicolons or spaces.
    private static final Pattern RECIPIENT = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Ocids ocids;

    AlertRules(Ocids ocids) {
        this.ocids = ocids;
    }

    void serve(Routes routes, String rules) {
        routes.post(rules, this::create);
        routes.get(rules, this::list);
        routes.get(rules + "/{alertRuleId}", (call, tx) -> Replies.ok(rule(call, tx)));
        routes.put(rules + "/{alertRuleId}", this::update);
        routes.delete(rules + "/{alertRuleId}", (call, tx) -> {
            var rule = rule(call, tx);
            call.checkIfMatch(rule);
            tx.forget(rule.id());
            return Replies.noContent();
        });
    }

    static Stream<Resource> of(Tx tx, Resource budget) {
        return tx.stream(KIND).filter(rule -> rule.has("budgetId", budget.id()));
    }

    private Reply create(Call call, Tx tx) {
        var budget = BudgetsApi.budget(call, tx);
        call.required("type");
        call.required("thresholdType");
        var attributes = Json.object().put("budgetId", budget.id()).put("version", 1);
        take(call.json(), attributes);
        if (!attributes.has("threshold")) {
            throw Refusal.missing("threshold");
        }
        if (!attributes.has("displayName")) {
            attributes.put("displayName", "alertrule" + tx.nextSequence());
        }
        attributes.put("timeUpdated", Json.time(tx.now()));
        var id = ocids.global(KIND, tx.nextSequence());
        return Replies.ok(tx.create(id, KIND, "", "ACTIVE", attributes));
    }

    private static void take(ObjectNode body, ObjectNode attributes) {
        WORDS.forEach((member, allowed) -> {
            if (body.hasNonNull(member) && !allowed.contains(Json.text(body, member, ""))) {
                throw Refusal.invalid(member + " can be "
                        + String.join(" or ", allowed.stream().sorted().toList()));
            }
        });
        if (body.hasNonNull("threshold")
                && body.path("threshold").decimalValue().compareTo(BigDecimal.ZERO) <= 0) {
            throw Refusal.invalid("threshold must be above 0");
        }
        if (Json.text(body, "message", "").length() > LONGEST_MESSAGE) {
            throw Refusal.invalid("message has at most " + LONGEST_MESSAGE + " characters");
        }
        for (var recipient : Json.text(body, "recipients", "").split("[,;\\s]+", -1)) {
            if (!recipient.isEmpty() && !RECIPIENT.matcher(recipient).matches()) {
                throw Refusal.invalid("'" + recipient + "' in recipients is no e-mail address");
            }
        }
        for (var member : List.of(
                "displayName",
                "description",
                "type",
                "threshold",
                "thresholdType",
                "recipients",
                "message",
                "freeformTags",
                "definedTags")) {
            if (body.hasNonNull(member)) {
                attributes.set(member, body.get(member));
            } else if (member.endsWith("Tags") && !attributes.has(member)) {
                attributes.putObject(member);
            }
        }
    }

    private Reply list(Call call, Tx tx) {
        var budget = BudgetsApi.budget(call, tx);
        return Replies.page(
                call,
                of(tx, budget)
                        .filter(rule -> call.admits("displayName", rule.text("displayName")))
                        .filter(rule -> call.admits("lifecycleState", rule.state()))
                        .map(Replies::shown)
                        .toList());
    }

    private Reply update(Call call, Tx tx) {
        var rule = rule(call, tx);
        call.checkIfMatch(rule);
        return Replies.ok(tx.put(rule.with(attributes -> {
            take(call.json(), attributes);
            attributes.put("version", attributes.path("version").asInt(1) + 1);
            attributes.put("timeUpdated", Json.time(tx.now()));
        })));
    }

    private static Resource rule(Call call, Tx tx) {
        var id = call.path("alertRuleId");
        return of(tx, BudgetsApi.budget(call, tx))
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("alert rule " + id));
    }
}
