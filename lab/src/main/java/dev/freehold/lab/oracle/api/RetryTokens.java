package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// `opc-retry-token`: within 24 hours of lab time the same token and body get the first result again. A call that
/// was refused did nothing, and may be asked again with its token.
final class RetryTokens {
    private static final Duration VALID = Duration.ofHours(24);
    private static final int LONGEST = 64;

    private RetryTokens() {}

    static Reply once(Call call, Tx tx, Supplier<Reply> first) {
        var token = call.incoming().header("opc-retry-token");
        if (token.isEmpty() || !call.incoming().method().equals("POST")) {
            return first.get();
        }
        if (token.get().length() > LONGEST) {
            throw Refusal.invalid("opc-retry-token is longer than " + LONGEST + " characters");
        }
        var id = "retry-token/" + call.userId() + '/' + token.get();
        var print = print(call);
        return tx.find(id).map(known -> again(tx, known, print)).orElseGet(() -> {
            var reply = first.get();
            remember(tx, id, print, reply);
            return reply;
        });
    }

    private static Reply again(Tx tx, Resource known, String print) {
        if (!known.has("_print", print)) {
            throw Refusal.invalid("The retry token was used before with another request");
        }
        var made = known.text("_resource");
        if (!made.isEmpty() && isGone(tx.find(made))) {
            throw new Refusal(
                    409, "InvalidatedRetryToken", "The resource that was made with this retry token has been deleted");
        }
        var headers = new LinkedHashMap<String, String>();
        known.get("_headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        var body = known.text("_body").getBytes(StandardCharsets.UTF_8);
        return new Reply(known.get("_status").asInt(), headers, Body.of(body));
    }

    private static boolean isGone(Optional<Resource> resource) {
        return resource.isEmpty() || resource.get().isIn("TERMINATING", "TERMINATED", "DELETING", "DELETED");
    }

    private static void remember(Tx tx, String id, String print, Reply reply) {
        var body = text(reply);
        var kept = Json.object()
                .put("_print", print)
                .put("_status", reply.status())
                .put("_body", body)
                .put("_resource", idIn(body));
        var headers = kept.putObject("_headers");
        reply.headers().forEach(headers::put);
        tx.later(tx.create(id, "retry-token", "", "", kept), VALID, Transition.GONE);
    }

    private static String idIn(String body) {
        try {
            return body.isEmpty() ? "" : Json.text(Json.parse(body), "id", "");
        } catch (JacksonException _) {
            return "";
        }
    }

    private static String text(Reply reply) {
        var out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Of what was asked: operation and body.
    private static String print(Call call) {
        var target = call.incoming().target().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Signatures.sha256(target, new byte[1], call.body()));
    }
}
