package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.bucket.ObjectHeaders;
import dev.freehold.lab.oracle.bucket.OpenUpload;
import dev.freehold.lab.oracle.bucket.PartToCommit;
import dev.freehold.lab.oracle.bucket.UploadedPart;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Tx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The operations on multipart uploads.
final class UploadCalls {
    private final Namespace namespace;
    private final ContentIntake arrivals;

    UploadCalls(Namespace namespace, ContentIntake arrivals) {
        this.namespace = namespace;
        this.arrivals = arrivals;
    }

    void serve(Routes routes) {
        var uploads = "/n/{namespace}/b/{bucket}/u";
        var upload = uploads + "/{object+}";
        routes.post(uploads, RefusalTranslation.plain(this::create));
        routes.get(uploads, RefusalTranslation.plain(this::list));
        routes.stream("PUT", upload, RefusalTranslation.streaming(this::addPart));
        routes.get(upload, RefusalTranslation.plain(this::parts));
        routes.post(upload, RefusalTranslation.plain(this::commit));
        routes.delete(upload, RefusalTranslation.plain(this::abort));
    }

    private Reply create(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        var body = call.json();
        var metadata = new TreeMap<String, String>();
        // The SDKs put the same prefix here that headers have.
        body.path("metadata")
                .properties()
                .forEach(entry -> metadata.put(
                        entry.getKey().replaceFirst("^opc-meta-", ""),
                        entry.getValue().asString()));
        var others = new TreeMap<String, String>();
        Map.of(
                        "contentEncoding", "content-encoding",
                        "contentLanguage", "content-language",
                        "contentDisposition", "content-disposition",
                        "cacheControl", "cache-control")
                .forEach((member, header) -> {
                    if (body.hasNonNull(member)) {
                        others.put(header, body.path(member).asString());
                    }
                });
        var headers = new ObjectHeaders(
                Json.text(body, "contentType", ObjectHeaders.UNKNOWN_TYPE),
                others,
                metadata,
                ObjectHead.tier(Json.text(body, "storageTier", bucket.text("storageTier"))));
        var upload =
                namespace.contents(bucket).open(call.required("object"), headers, ObjectHead.match(call.incoming()));
        return Replies.ok(shown(call, upload));
    }

    private static ObjectNode shown(Call call, OpenUpload upload) {
        return Json.object()
                .put("namespace", call.path("namespace"))
                .put("bucket", call.path("bucket"))
                .put("object", upload.object())
                .put("uploadId", upload.id())
                .put("timeCreated", Json.time(upload.created()))
                .put("storageTier", upload.headers().storageTier());
    }

    private Reply list(Call call, Tx tx) {
        return Replies.page(
                call,
                namespace.contents(namespace.bucket(call, tx)).uploads().stream()
                        .map(upload -> shown(call, upload))
                        .toList());
    }

    private Reply addPart(Call call) throws IOException {
        var bucket = namespace.bucket(call);
        var contents = namespace.contents(bucket);
        var id = call.requiredQuery("uploadId");
        var number = call.numberQuery("uploadPartNum").orElseThrow(() -> Refusal.missing("uploadPartNum"));
        // Before gigabytes are taken in for nothing.
        contents.upload(call.path("object"), id);
        var part = contents.addPart(
                call.path("object"),
                id,
                Math.toIntExact(Math.min(number, Integer.MAX_VALUE)),
                arrivals.receive(call, bucket));
        return new Reply(
                200,
                Map.of("etag", part.etag(), "opc-content-md5", part.content().md5()),
                Body.EMPTY);
    }

    private Reply parts(Call call, Tx tx) {
        var upload = namespace
                .contents(namespace.bucket(call, tx))
                .upload(call.path("object"), call.requiredQuery("uploadId"));
        return Replies.page(
                call, upload.parts().stream().map(UploadCalls::shown).toList());
    }

    private static ObjectNode shown(UploadedPart part) {
        return Json.object()
                .put("partNumber", part.number())
                .put("etag", part.etag())
                .put("md5", part.content().md5())
                .put("size", part.content().bytes());
    }

    private Reply commit(Call call, Tx tx) {
        var wanted = new ArrayList<PartToCommit>();
        if (!(call.json().path("partsToCommit") instanceof ArrayNode parts)) {
            throw Refusal.missing("partsToCommit");
        }
        for (JsonNode part : parts) {
            wanted.add(new PartToCommit(part.path("partNum").asInt(0), Json.text(part, "etag", "")));
        }
        wanted.sort((one, two) -> Integer.compare(one.number(), two.number()));
        var object = namespace
                .contents(namespace.bucket(call, tx))
                .commit(call.path("object"), call.requiredQuery("uploadId"), wanted, ObjectHead.match(call.incoming()));
        return new Reply(
                200,
                Map.of(
                        "etag", object.etag(),
                        "opc-multipart-md5", object.md5(),
                        "last-modified", ObjectHead.httpTime(object.modified())),
                Body.EMPTY);
    }

    private Reply abort(Call call, Tx tx) {
        namespace.contents(namespace.bucket(call, tx)).abort(call.path("object"), call.requiredQuery("uploadId"));
        return Replies.noContent();
    }
}
