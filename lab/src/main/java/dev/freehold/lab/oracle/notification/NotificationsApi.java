package dev.freehold.lab.oracle.notification;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The Notifications API 20181201. A subscription stays PENDING, as one does until its receiver confirms it.
public final class NotificationsApi implements Api {
    private static final String TOPIC = "onstopic";
    private static final String SUBSCRIPTION = "onssubscription";
    private static final String PREFIX = "/20181201";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<String> PROTOCOLS =
            Set.of("EMAIL", "CUSTOM_HTTPS", "HTTPS", "ORACLE_FUNCTIONS", "PAGERDUTY", "SLACK", "SMS");

    @Override
    public void serve(Routes routes) {
        var topics = PREFIX + "/topics";
        routes.post(topics, this::createTopic);
        routes.get(
                topics,
                (call, tx) -> Replies.page(
                        call,
                        tx.stream(TOPIC)
                                .filter(topic -> topic.compartmentId().equals(call.requiredQuery("compartmentId")))
                                .filter(topic -> call.admits("name", topic.text("name")))
                                .map(NotificationsApi::topic)
                                .toList()));
        routes.get(topics + "/{id}", (call, tx) -> replied(find(call, tx, TOPIC)));
        routes.put(topics + "/{id}", (call, tx) -> replied(changed(call, tx, find(call, tx, TOPIC))));
        routes.delete(topics + "/{id}", (call, tx) -> {
            var topic = find(call, tx, TOPIC);
            call.checkIfMatch(topic);
            tx.stream(SUBSCRIPTION)
                    .filter(subscription -> subscription.has("topicId", topic.id()))
                    .forEach(subscription -> tx.forget(subscription.id()));
            tx.forget(topic.id());
            return Replies.noContent();
        });
        routes.post(topics + "/{id}/messages", (call, tx) -> {
            find(call, tx, TOPIC);
            call.required("body");
            return Replies.json(
                    202,
                    Json.object()
                            .put("messageId", "message-" + tx.nextSequence())
                            .put("timeStamp", Json.time(tx.now())));
        });
        serveSubscriptions(routes, PREFIX + "/subscriptions");
    }

    private void serveSubscriptions(Routes routes, String subscriptions) {
        routes.post(subscriptions, this::subscribe);
        routes.get(
                subscriptions,
                (call, tx) -> Replies.page(
                        call,
                        tx.stream(SUBSCRIPTION)
                                .filter(one -> one.compartmentId().equals(call.requiredQuery("compartmentId")))
                                .filter(one -> call.admits("topicId", one.text("topicId")))
                                .map(Replies::shown)
                                .toList()));
        routes.get(subscriptions + "/{id}", (call, tx) -> Replies.ok(find(call, tx, SUBSCRIPTION)));
        routes.put(subscriptions + "/{id}", (call, tx) -> Replies.ok(changed(call, tx, find(call, tx, SUBSCRIPTION))));
        routes.delete(subscriptions + "/{id}", (call, tx) -> {
            var subscription = find(call, tx, SUBSCRIPTION);
            call.checkIfMatch(subscription);
            tx.forget(subscription.id());
            return Replies.noContent();
        });
    }

    private Reply createTopic(Call call, Tx tx) {
        var name = call.required("name");
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid("A topic's name has 1 to 256 letters, digits, hyphens and underscores, not " + name);
        }
        if (tx.stream(TOPIC).anyMatch(topic -> topic.has("name", name))) {
            throw new Refusal(409, "Conflict", "There is a topic named '" + name + "' already");
        }
        var attributes = Json.object().put("name", name).put("shortTopicId", "lab" + tx.nextSequence());
        take(call.json(), attributes);
        return replied(tx.create(TOPIC, call.required("compartmentId"), "ACTIVE", attributes));
    }

    private Reply subscribe(Call call, Tx tx) {
        var topic = call.required("topicId");
        if (tx.find(TOPIC, topic).isEmpty()) {
            throw Refusal.notFound("topic " + topic);
        }
        var protocol = call.required("protocol");
        if (!PROTOCOLS.contains(protocol)) {
            throw Refusal.invalid("protocol is '" + protocol + "'; it can be "
                    + String.join(", ", PROTOCOLS.stream().sorted().toList()));
        }
        var attributes = Json.object()
                .put("topicId", topic)
                .put("protocol", protocol)
                .put("endpoint", call.required("endpoint"));
        take(call.json(), attributes);
        return Replies.ok(tx.create(SUBSCRIPTION, call.required("compartmentId"), "PENDING", attributes));
    }

    private static Resource changed(Call call, Tx tx, Resource resource) {
        call.checkIfMatch(resource);
        return tx.put(resource.with(attributes -> take(call.json(), attributes)));
    }

    private static void take(ObjectNode body, ObjectNode attributes) {
        if (body.hasNonNull("description")) {
            attributes.set("description", body.get("description"));
        }
        for (var tags : List.of("freeformTags", "definedTags")) {
            if (body.hasNonNull(tags)) {
                attributes.set(tags, body.get(tags));
            } else if (!attributes.has(tags)) {
                attributes.putObject(tags);
            }
        }
    }

    private static Resource find(Call call, Tx tx, String kind) {
        var id = call.path("id");
        return tx.find(kind, id).orElseThrow(() -> Refusal.notFound(id));
    }

    private static Reply replied(Resource topic) {
        return Replies.ok(topic(topic)).with("etag", topic.etag());
    }

    /// A topic's identifier has a name of its own on the wire.
    private static ObjectNode topic(Resource topic) {
        var shown = Replies.shown(topic);
        shown.remove("id");
        return shown.put("topicId", topic.id()).put("etag", topic.etag()).put("apiEndpoint", "");
    }
}
