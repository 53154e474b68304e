package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.bucket.ObjectHeaders;
import dev.freehold.lab.oracle.bucket.StoredObject;
import dev.freehold.lab.oracle.bucket.WriteCondition;
import dev.freehold.lab.wire.Incoming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// An object's headers, as requests bring them and answers carry them.
final class ObjectHead {
    private static final String METADATA = "opc-meta-";
    private static final List<String> OTHERS =
            List.of("content-encoding", "content-language", "content-disposition", "cache-control");
    private static final Set<String> TIERS = Set.of("Standard", "InfrequentAccess", "Archive");

    private ObjectHead() {}

    static ObjectHeaders of(Incoming request, String bucketTier) {
        var others = new TreeMap<String, String>();
        OTHERS.forEach(name -> request.header(name).ifPresent(value -> others.put(name, value)));
        // An SDK that streams says how it sends, not how the content is encoded.
        others.remove("content-encoding", "aws-chunked");
        var metadata = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(METADATA)) {
                metadata.put(name.substring(METADATA.length()), value);
            }
        });
        var type = request.header("content-type").filter(text -> !text.isEmpty());
        return new ObjectHeaders(
                type.orElse(ObjectHeaders.UNKNOWN_TYPE),
                others,
                metadata,
                tier(request.header("storage-tier").orElse(bucketTier)));
    }

    static String tier(String tier) {
        if (!TIERS.contains(tier)) {
            throw Refusal.invalid("storageTier is '" + tier + "'; it can be Standard, InfrequentAccess or Archive");
        }
        return tier;
    }

    static WriteCondition match(Incoming request) {
        var none = request.header("if-none-match");
        if (none.filter(value -> !value.equals("*")).isPresent()) {
            throw Refusal.invalid("if-none-match can only be * here");
        }
        return new WriteCondition(request.header("if-match").orElse(null), none.isPresent());
    }

    static Map<String, String> headers(StoredObject object) {
        var headers = new HashMap<String, String>();
        headers.put("etag", object.etag());
        headers.put("last-modified", httpTime(object.modified()));
        headers.put("content-type", object.headers().contentType());
        headers.put("accept-ranges", "bytes");
        headers.put("storage-tier", object.headers().storageTier());
        headers.put(object.inParts() ? "opc-multipart-md5" : "content-md5", object.md5());
        headers.putAll(object.headers().others());
        object.headers().metadata().forEach((name, value) -> headers.put(METADATA + name, value));
        return headers;
    }

    static String httpTime(Instant time) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
