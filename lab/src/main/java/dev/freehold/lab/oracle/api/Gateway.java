package dev.freehold.lab.oracle.api;

import dev.freehold.lab.oracle.api.Quirks.WorkRequestIds;
import dev.freehold.lab.oracle.api.Routes.Open;
import dev.freehold.lab.oracle.api.Routes.Plain;
import dev.freehold.lab.oracle.api.Routes.Route;
import dev.freehold.lab.oracle.api.Routes.Streaming;
import dev.freehold.lab.oracle.api.Signatures.Coverage;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.wire.RequestLog;
import dev.freehold.lab.wire.Router;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The way from a request to its handler: it checks the signature, hands out request ids, replays retry tokens, and
/// turns refusals into error bodies.
public final class Gateway {
    /// Far above any JSON that the services take.
    private static final int LARGEST_BODY = 20 << 20;

    private final Routes routes;
    private final World world;
    private final Signatures signatures;
    private final RequestLog log;
    private final Quirks quirks;

    public Gateway(Routes routes, World world, SigningKeys keys, RequestLog log, Quirks quirks) {
        this.routes = routes;
        this.world = world;
        this.signatures = new Signatures(keys, world.clock());
        this.log = log;
        this.quirks = quirks;
    }

    public Reply answer(Incoming request) {
        var requestId = requestId(request);
        return finish(requestId, served(request, requestId));
    }

    private Reply served(Incoming request, String requestId) {
        try {
            waitBeforeContinue(request);
            return route(request, requestId);
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (Signatures.Unproved unproved) {
            log.remark(requestId, "401: " + unproved.getMessage());
            return new Refusal(
                            401,
                            "NotAuthenticated",
                            "The required information to complete authentication was not provided or was incorrect.")
                    .reply();
        } catch (IOException gone) {
            log.remark(requestId, "the client went away: " + gone.getMessage());
            return new Refusal(400, "CannotParseRequest", "The request's body ended early").reply();
        } catch (RuntimeException fault) {
            log.remark(requestId, "a fault of the lab: " + fault);
            return new Refusal(500, "InternalError", "Internal error of the lab: " + fault).reply();
        }
    }

    private void waitBeforeContinue(Incoming request) {
        if (quirks.continueDelay().isPositive() && request.header("expect").isPresent()) {
            try {
                world.clock().pause(quirks.continueDelay());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The lab is closing", interrupted);
            }
        }
    }

    private Reply route(Incoming request, String requestId) throws Signatures.Unproved, IOException {
        var match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            signatures.checkHead(request, Coverage.NOTHING);
            throw notServed(request);
        }
        return switch (match.get().target()) {
            case Plain(var handler) -> plain(request, match.get(), handler, requestId);
            case Streaming(var handler) ->
                handler.answer(streamed(
                        request, match.get(), user(signatures.checkHead(request, Coverage.NOTHING)), requestId));
            case Open(var handler) -> handler.answer(streamed(request, match.get(), "", requestId));
        };
    }

    private static Call streamed(Incoming request, Router.Match<Route> match, String user, String requestId) {
        return new Call(request, match.parameters(), new byte[0], user, requestId);
    }

    private Refusal notServed(Incoming request) {
        return routes.methods(request.path()).isEmpty()
                ? new Refusal(404, "NotFound", "No operation has the path " + request.path())
                : new Refusal(405, "MethodNotAllowed", request.method() + " is not allowed on " + request.path());
    }

    private Reply plain(Incoming request, Router.Match<Route> match, Handler handler, String requestId)
            throws Signatures.Unproved, IOException {
        var keyId = signatures.checkHead(request, Coverage.DIGEST);
        var body = new byte[0];
        if (Signatures.hasBody(request)) {
            body = request.body().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new Refusal(413, "RequestEntityTooLarge", "The request's body is too large");
            }
            signatures.checkBody(request, body);
        }
        var call = new Call(request, match.parameters(), body, user(keyId), requestId);
        return world.change(tx -> RetryTokens.once(call, tx, () -> handler.answer(call, tx)));
    }

    private static String user(String keyId) {
        var parts = keyId.split("/", -1);
        return parts.length == 3 ? parts[1] : "";
    }

    private Reply finish(String requestId, Reply reply) {
        var headers = new LinkedHashMap<>(reply.headers());
        headers.put("opc-request-id", requestId);
        if (quirks.workRequestIds() == WorkRequestIds.WITHHELD) {
            headers.remove("opc-work-request-id");
        }
        return new Reply(reply.status(), headers, reply.body());
    }

    /// Three segments: the client's, and two of the server's.
    private static String requestId(Incoming request) {
        var mine = hex() + '/' + hex();
        return request.header("opc-request-id")
                .filter(id -> id.length() <= 200)
                .map(id -> id + '/' + mine)
                .orElseGet(() -> hex() + '/' + mine);
    }

    private static String hex() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
