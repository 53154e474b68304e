package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The operations on buckets.
final class BucketCalls {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,256}");
    private static final Set<String> TIERS = Set.of("Standard", "Archive");
    private static final Set<String> ACCESS = Set.of("NoPublicAccess", "ObjectRead", "ObjectReadWithoutList");
    private static final List<String> CHANGEABLE =
            List.of("publicAccessType", "objectEventsEnabled", "metadata", "freeformTags", "definedTags");

    private final Namespace namespace;
    private final String tenancyId;

    BucketCalls(Namespace namespace, String tenancyId) {
        this.namespace = namespace;
        this.tenancyId = tenancyId;
    }

    void serve(Routes routes) {
        var buckets = "/n/{namespace}/b";
        var bucket = buckets + "/{bucket}";
        routes.post(buckets, RefusalTranslation.plain(this::create));
        routes.get(buckets, RefusalTranslation.plain(this::list));
        routes.get(bucket, RefusalTranslation.plain(this::get));
        routes.add("HEAD", bucket, RefusalTranslation.plain(this::get));
        routes.post(bucket, RefusalTranslation.plain(this::update));
        routes.delete(bucket, RefusalTranslation.plain(this::delete));
    }

    private Reply create(Call call, Tx tx) {
        namespace.check(call);
        var name = call.required("name");
        var compartmentId = call.required("compartmentId");
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "InvalidBucketName",
                    "A bucket's name has 1 to 256 letters, digits, hyphens, underscores and periods, not '" + name
                            + "'");
        }
        checkCompartment(tx, compartmentId);
        if (Namespace.find(tx, name).isPresent()) {
            throw new Refusal(
                    409,
                    "BucketAlreadyExists",
                    "Either the bucket '" + name + "' in the namespace '" + namespace.name()
                            + "' already exists or you are not authorized to create it");
        }
        var body = call.json();
        var attributes = Json.object()
                .put("name", name)
                .put("namespace", namespace.name())
                .put("createdBy", call.userId())
                .put("storageTier", among(body, "storageTier", "Standard", TIERS))
                .put("publicAccessType", "NoPublicAccess")
                .put("objectEventsEnabled", false)
                .put("versioning", "Disabled")
                .put("replicationEnabled", false)
                .put("isReadOnly", false)
                .put("autoTiering", "Disabled");
        List.of("metadata", "freeformTags", "definedTags").forEach(attributes::putObject);
        take(body, attributes);
        return replied(tx.create(Namespace.BUCKET, compartmentId, "", attributes), Set.of());
    }

    private void checkCompartment(Tx tx, String compartmentId) {
        if (!compartmentId.equals(tenancyId)
                && tx.find("compartment", compartmentId)
                        .filter(there -> there.isIn("ACTIVE"))
                        .isEmpty()) {
            throw Refusal.notFound("compartment " + compartmentId);
        }
    }

    private static void take(ObjectNode body, ObjectNode attributes) {
        if (Json.text(body, "versioning", "Disabled").equals("Enabled")) {
            throw new Refusal(501, "MethodNotImplemented", "The lab keeps no earlier versions of objects");
        }
        among(body, "publicAccessType", "NoPublicAccess", ACCESS);
        for (var member : CHANGEABLE) {
            if (body.hasNonNull(member)) {
                attributes.set(member, body.get(member));
            }
        }
    }

    private static String among(ObjectNode body, String member, String otherwise, Set<String> allowed) {
        var value = Json.text(body, member, otherwise);
        if (!allowed.contains(value)) {
            throw Refusal.invalid(member + " is '" + value + "'; it can be "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        return value;
    }

    private Reply list(Call call, Tx tx) {
        namespace.check(call);
        var compartmentId = call.requiredQuery("compartmentId");
        checkCompartment(tx, compartmentId);
        return Replies.page(
                call,
                tx.stream(Namespace.BUCKET)
                        .filter(bucket -> bucket.compartmentId().equals(compartmentId))
                        .sorted(Comparator.comparing(bucket -> bucket.text("name")))
                        .map(BucketCalls::summary)
                        .toList());
    }

    private static ObjectNode summary(Resource bucket) {
        var summary = Json.object();
        var shown = Replies.shown(bucket);
        for (var member : List.of("namespace", "name", "compartmentId", "createdBy", "timeCreated")) {
            summary.set(member, shown.path(member));
        }
        return summary.put("etag", bucket.etag());
    }

    private Reply get(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        if (call.incoming()
                .header("if-none-match")
                .filter(bucket.etag()::equals)
                .isPresent()) {
            return new Reply(304, Map.of("etag", bucket.etag()), Body.EMPTY);
        }
        call.checkIfMatch(bucket);
        var fields = call.query("fields").map(text -> Set.copyOf(Arrays.asList(text.split(",", -1))));
        return replied(bucket, fields.orElse(Set.of()));
    }

    private Reply replied(Resource bucket, Set<String> fields) {
        var shown = Replies.shown(bucket).put("etag", bucket.etag());
        // These two cost OCI a count, and it gives them only when they are asked for.
        if (fields.contains("approximateCount")) {
            shown.put("approximateCount", namespace.contents(bucket).count());
        }
        if (fields.contains("approximateSize")) {
            shown.put("approximateSize", namespace.contents(bucket).bytes());
        }
        return Replies.ok(shown).with("etag", bucket.etag());
    }

    private Reply update(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        call.checkIfMatch(bucket);
        var body = call.json();
        var compartmentId = Json.text(body, "compartmentId", bucket.compartmentId());
        checkCompartment(tx, compartmentId);
        var changed = bucket.with(attributes -> take(body, attributes)).inCompartment(compartmentId);
        return replied(tx.put(changed), Set.of());
    }

    private Reply delete(Call call, Tx tx) {
        var bucket = namespace.bucket(call, tx);
        call.checkIfMatch(bucket);
        if (AccessRequestCalls.of(tx, bucket).findAny().isPresent()) {
            throw new Refusal(
                    409,
                    "BucketNotEmpty",
                    "Bucket named '" + bucket.text("name") + "' has pre-authenticated requests. Delete them first.");
        }
        namespace.delete(bucket);
        tx.forget(bucket.id());
        return Replies.noContent();
    }
}
