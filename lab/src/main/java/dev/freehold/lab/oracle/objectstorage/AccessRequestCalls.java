package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Pre-authenticated requests: who knows the path may do what it says, with no key.
final class AccessRequestCalls {
    private static final String KIND = "preauthenticatedrequest";
    private static final String SECRET = "_secret";
    private static final String BUCKET = "_bucket";
    private static final Set<String> ACCESS = Set.of(
            "ObjectRead", "ObjectWrite", "ObjectReadWrite", "AnyObjectRead", "AnyObjectWrite", "AnyObjectReadWrite");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 48;

    private final Namespace namespace;
    private final World world;
    private final ObjectCalls objects;

    AccessRequestCalls(Namespace namespace, World world, ObjectCalls objects) {
        this.namespace = namespace;
        this.world = world;
        this.objects = objects;
    }

    /// What somebody wants to do with an object.
    private enum Use {
        READ,
        WRITE
    }

    void serve(Routes routes) {
        var requests = "/n/{namespace}/b/{bucket}/p";
        routes.post(requests, RefusalTranslation.plain(this::create));
        routes.get(requests, RefusalTranslation.plain(this::list));
        routes.get(requests + "/{request+}", (call, tx) -> Replies.ok(shown(request(call, tx))));
        routes.delete(requests + "/{request+}", (call, tx) -> {
            tx.forget(request(call, tx).id());
            return Replies.noContent();
        });
        var object = "/p/{secret}/n/{namespace}/b/{bucket}/o/{object+}";
        routes.open("GET", object, RefusalTranslation.streaming(call -> objects.get(call, permitted(call, Use.READ))));
        routes.open("HEAD", object, RefusalTranslation.streaming(call -> objects.get(call, permitted(call, Use.READ))));
        routes.open("PUT", object, RefusalTranslation.streaming(call -> put(call)));
    }

    private Reply put(Call call) throws IOException {
        return objects.put(call, permitted(call, Use.WRITE));
    }

    static Stream<Resource> of(Tx tx, Resource bucket) {
        return tx.stream(KIND).filter(request -> request.has(BUCKET, bucket.id()));
    }

    private Reply create(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        var access = call.required("accessType");
        var object = call.optional("objectName");
        if (!ACCESS.contains(access)) {
            throw Refusal.invalid("accessType is '" + access + "'");
        }
        if (!access.startsWith("Any") && object.isEmpty()) {
            throw Refusal.missing("objectName");
        }
        var expires = time(call.required("timeExpires"));
        if (!expires.isAfter(tx.now())) {
            throw Refusal.invalid("timeExpires has passed");
        }
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var attributes = Json.object()
                .put("name", call.required("name"))
                .put("accessType", access)
                .put("bucketListingAction", "Deny")
                .put("timeExpires", Json.time(expires))
                .put(SECRET, secret)
                .put(BUCKET, bucket.id());
        object.ifPresent(name -> attributes.put("objectName", name));
        var made = tx.create(KIND, "", "", attributes);
        var path = "/p/" + secret + "/n/" + namespace.name() + "/b/" + bucket.text("name") + "/o/";
        var exact = access.startsWith("Any") ? path : path + object.orElse("");
        var host = call.incoming().header("host").orElse("127.0.0.1");
        // The one time that the path is told.
        return Replies.ok(shown(made).put("accessUri", exact).put("fullPath", "http://" + host + exact));
    }

    private static ObjectNode shown(Resource request) {
        return Replies.shown(request);
    }

    private Reply list(Call call, Tx tx) {
        return Replies.page(
                call,
                of(tx, namespace.bucket(call, tx))
                        .filter(request -> call.query("objectNamePrefix")
                                .filter(prefix -> !request.text("objectName").startsWith(prefix))
                                .isEmpty())
                        .map(AccessRequestCalls::shown)
                        .toList());
    }

    private Resource request(Call call, Tx tx) {
        var id = call.path("request");
        return of(tx, namespace.bucket(call, tx))
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("pre-authenticated request " + id));
    }

    /// The bucket that the path is about, if the path gives the right.
    private Resource permitted(Call call, Use use) {
        return world.change(tx -> {
            var bucket = namespace.bucket(call, tx);
            return of(tx, bucket)
                    .filter(request -> request.has(SECRET, call.path("secret")))
                    .filter(request -> time(request.text("timeExpires")).isAfter(tx.now()))
                    .filter(request -> allows(request.text("accessType"), use))
                    .filter(request -> concerns(request, call.path("object")))
                    .findFirst()
                    .map(_ -> bucket)
                    .orElseThrow(() -> new Refusal(
                            404, "NotAuthorizedOrNotFound", "PAR does not exist, has expired or gives no such right"));
        });
    }

    /// Whether a pre-authenticated path lets whoever knows it read an object.
    static boolean mayRead(Tx tx, Resource bucket, String secret, String object) {
        return of(tx, bucket)
                .filter(request -> request.has(SECRET, secret))
                .filter(request -> time(request.text("timeExpires")).isAfter(tx.now()))
                .anyMatch(request -> allows(request.text("accessType"), Use.READ) && concerns(request, object));
    }

    private static boolean allows(String access, Use use) {
        return use == Use.WRITE ? access.endsWith("Write") : access.contains("Read");
    }

    private static boolean concerns(Resource request, String object) {
        return request.text("accessType").startsWith("Any")
                ? object.startsWith(request.text("objectName"))
                : object.equals(request.text("objectName"));
    }

    private static Instant time(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException no) {
            throw Refusal.invalid("timeExpires is no time as RFC 3339 writes it: " + text);
        }
    }
}
