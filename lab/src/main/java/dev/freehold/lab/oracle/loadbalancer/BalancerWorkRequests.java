package dev.freehold.lab.oracle.loadbalancer;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;

/// Work requests of load balancers, which are of a form of their own. Every change is one, answered without a body.
final class BalancerWorkRequests {
    private static final Kind KIND = Kind.of("loadbalancerworkrequest", "/20170115/loadBalancerWorkRequests");
    private static final Duration KEPT = Duration.ofHours(24);

    private BalancerWorkRequests() {}

    static void serve(Routes routes) {
        routes.get(KIND.onePath(), (call, tx) -> KIND.reply(tx, KIND.find(call, tx)));
        routes.get(
                "/20170115/loadBalancers/{id}/workRequests",
                (call, tx) -> KIND.page(
                        call,
                        tx,
                        tx.stream(KIND.name())
                                .filter(work -> work.has("loadBalancerId", call.path("id")))
                                .toList()));
    }

    /// Work on `balancer` that is done `after` a while, counted from now.
    static Reply accepted(Tx tx, Resource balancer, String type, Duration after) {
        var attributes = Json.object()
                .put("loadBalancerId", balancer.id())
                .put("type", type)
                .put("message", "")
                .put("timeAccepted", Json.time(tx.now()));
        attributes.putArray("errorDetails");
        var work = tx.create(KIND.name(), balancer.compartmentId(), "IN_PROGRESS", attributes);
        tx.later(tx.later(work, after, "SUCCEEDED"), KEPT, Transition.GONE);
        return Replies.withWorkRequest(Replies.noContent(), work.id());
    }

    static void watch(World world) {
        world.when(KIND.name(), "SUCCEEDED", (tx, work) -> tx.put(work.with("timeFinished", Json.time(tx.now()))));
    }
}
