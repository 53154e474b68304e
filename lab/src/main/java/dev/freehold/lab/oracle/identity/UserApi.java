package dev.freehold.lab.oracle.identity;

import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.ApiKeys;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The user of the tenancy, and the keys to sign with.
public final class UserApi implements Api {
    private static final Kind KIND = Kind.of("user", "/20160918/users");
    private static final int MOST_KEYS = 3;

    private final Tenancy tenancy;

    public UserApi(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public void serve(Routes routes) {
        KIND.serveReads(routes);
        var keys = KIND.onePath() + "/apiKeys";
        routes.get(keys, (call, tx) -> {
            var user = KIND.find(call, tx);
            return Replies.page(call, keys(tx, user).map(UserApi::shown).toList());
        });
        routes.post(keys, (call, tx) -> {
            var user = KIND.find(call, tx);
            if (keys(tx, user).count() >= MOST_KEYS) {
                throw Refusal.limitExceeded("A user has at most " + MOST_KEYS + " API keys");
            }
            try {
                var id = ApiKeys.add(tx, tenancy.id(), user.id(), call.required("key"));
                return Replies.ok(shown(tx.find(id).orElseThrow()));
            } catch (IllegalArgumentException _) {
                throw Refusal.invalid("key is no RSA public key in PEM");
            }
        });
        routes.delete(keys + "/{fingerprint}", (call, tx) -> {
            var id = String.join("/", tenancy.id(), call.path("id"), call.path("fingerprint"));
            if (tx.find(ApiKeys.KIND, id).isEmpty()) {
                throw Refusal.notFound("API key " + call.path("fingerprint"));
            }
            tx.forget(id);
            return Replies.noContent();
        });
    }

    private static Stream<Resource> keys(Tx tx, Resource user) {
        return tx.stream(ApiKeys.KIND).filter(key -> key.has("userId", user.id()));
    }

    private static ObjectNode shown(Resource key) {
        var shown = Replies.shown(key);
        shown.remove("id");
        return shown;
    }
}
