package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.bucket.Listing;
import dev.freehold.lab.oracle.bucket.StoredObject;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The operations on objects.
final class ObjectCalls {
    private static final int DEFAULT_LIMIT = 1000;
    private static final List<String> FIELDS =
            List.of("name", "size", "etag", "md5", "timeCreated", "timeModified", "storageTier", "archivalState");

    private final Namespace namespace;
    private final ContentIntake arrivals;

    ObjectCalls(Namespace namespace, ContentIntake arrivals) {
        this.namespace = namespace;
        this.arrivals = arrivals;
    }

    void serve(Routes routes) {
        var objects = "/n/{namespace}/b/{bucket}/o";
        var object = objects + "/{object+}";
        routes.get(objects, RefusalTranslation.plain(this::list));
        routes.stream("PUT", object, RefusalTranslation.streaming(call -> put(call, namespace.bucket(call))));
        routes.stream("GET", object, RefusalTranslation.streaming(call -> get(call, namespace.bucket(call))));
        routes.stream("HEAD", object, RefusalTranslation.streaming(call -> get(call, namespace.bucket(call))));
        routes.delete(object, RefusalTranslation.plain(this::delete));
    }

    Reply put(Call call, Resource bucket) throws IOException {
        var request = call.incoming();
        var headers = ObjectHead.of(request, bucket.text("storageTier"));
        var match = ObjectHead.match(request);
        var content = arrivals.receive(call, bucket);
        var stored = namespace.contents(bucket).put(call.path("object"), content, headers, match);
        return new Reply(
                200,
                Map.of(
                        "etag",
                        stored.etag(),
                        "last-modified",
                        ObjectHead.httpTime(stored.modified()),
                        "opc-content-md5",
                        stored.md5()),
                Body.EMPTY);
    }

    Reply get(Call call, Resource bucket) {
        var request = call.incoming();
        var contents = namespace.contents(bucket);
        var object = contents.object(call.path("object"));
        var wanted = request.header("if-match");
        if (wanted.isPresent() && !wanted.get().equals("*") && !wanted.get().equals(object.etag())) {
            throw new Refusal(412, "IfMatchFailed", "The If-Match condition failed");
        }
        var headers = ObjectHead.headers(object);
        if (isKnown(call, object)) {
            return new Reply(304, headers, Body.EMPTY);
        }
        long total = object.bytes();
        var range = request.method().equals("GET")
                ? request.header("range").flatMap(header -> ByteRange.of(header, total))
                : Optional.<ByteRange>empty();
        var part = range.orElse(new ByteRange(0, total));
        // Opened now: what was found is what is sent, even if it is replaced before the first byte goes out.
        var body = request.method().equals("GET")
                ? contents.read(object, part.first(), part.length()).map(stream -> content(stream, part.length()))
                : Optional.of(unread(total));
        if (body.isEmpty()) {
            return get(call, bucket); // replaced between the two looks
        }
        var reply = new Reply(range.isPresent() ? 206 : 200, headers, body.get());
        return range.isPresent() ? reply.with("content-range", part.contentRange(total)) : reply;
    }

    private static boolean isKnown(Call call, StoredObject object) {
        var etag = call.incoming().header("if-none-match");
        if (etag.isPresent()) {
            return etag.get().equals(object.etag()) || etag.get().equals("*");
        }
        try {
            return call.incoming()
                    .header("if-modified-since")
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
                    .filter(since -> !object.modified().isAfter(since))
                    .isPresent();
        } catch (DateTimeException no) {
            // HTTP lets a date that can't be read ask for nothing.
            return false;
        }
    }

    private static Body content(InputStream stream, long length) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (stream) {
                    stream.transferTo(out);
                }
            }
        };
    }

    private static Body unread(long length) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) {
                throw new IllegalStateException("the answer to HEAD has no body");
            }
        };
    }

    private Reply delete(Call call, Tx tx) {
        var contents = namespace.contents(namespace.bucket(call, tx));
        var object = contents.object(call.path("object"));
        contents.delete(object.name(), ObjectHead.match(call.incoming()));
        return new Reply(204, Map.of("last-modified", ObjectHead.httpTime(tx.now())), Body.EMPTY);
    }

    private Reply list(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        var delimiter = call.query("delimiter");
        if (delimiter.filter(text -> !text.equals("/")).isPresent()) {
            throw Refusal.invalid("delimiter can only be /");
        }
        long limit = call.numberQuery("limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1 || limit > DEFAULT_LIMIT) {
            throw Refusal.invalid("limit must be between 1 and " + DEFAULT_LIMIT);
        }
        var fields = Arrays.asList(call.query("fields").orElse("name").split(",", -1));
        if (!FIELDS.containsAll(fields)) {
            throw Refusal.invalid("fields is '" + String.join(",", fields) + "'; it can name " + FIELDS);
        }
        var listing = namespace
                .contents(bucket)
                .list(new Listing.Query(
                        call.query("prefix").orElse(""),
                        call.query("start").orElse(null),
                        call.query("startAfter").orElse(null),
                        call.query("end").orElse(null),
                        delimiter.orElse(null),
                        (int) limit));
        var answer = Json.object();
        answer.set(
                "objects",
                Json.array(listing.objects().stream()
                        .map(object -> summary(object, fields))
                        .toList()));
        answer.set("prefixes", Json.strings(listing.prefixes()));
        if (listing.nextStart() != null) {
            answer.put("nextStartWith", listing.nextStart());
        }
        return Replies.ok(answer);
    }

    private static ObjectNode summary(StoredObject object, List<String> fields) {
        var summary = Json.object().put("name", object.name());
        for (var field : fields) {
            switch (field) {
                case "size" -> summary.put(field, object.bytes());
                case "etag" -> summary.put(field, object.etag());
                case "md5" -> summary.put(field, object.md5());
                case "timeCreated" -> summary.put(field, Json.time(object.created()));
                case "timeModified" -> summary.put(field, Json.time(object.modified()));
                case "storageTier" -> summary.put(field, object.headers().storageTier());
                default -> {} // always there, or of no object in the lab
            }
        }
        return summary;
    }
}
