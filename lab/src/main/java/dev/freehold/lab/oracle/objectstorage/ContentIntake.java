package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.bucket.ReceivedContent;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// The way that content comes in: asks beforehand whether it may be stored, and compares it with what its sender
/// said of it.
final class ContentIntake {
    static final String LIMIT = "storage-bytes";
    private static final long MOST_BYTES = 50L << 30; // of one PUT, for an object and for a part

    private final Namespace namespace;
    private final World world;
    private final Limits limits;

    ContentIntake(Namespace namespace, World world, Limits limits) {
        this.namespace = namespace;
        this.world = world;
        this.limits = limits;
    }

    ReceivedContent receive(Call call, Resource bucket) throws IOException {
        var request = call.incoming();
        long length =
                request.header("content-length").map(ContentIntake::number).orElse(0L);
        if (length > MOST_BYTES) {
            throw new Refusal(413, "RequestEntityTooLarge", "One request takes at most 50 GiB");
        }
        if (length > 0) {
            // Here and not at the end: nobody wants to hear it after twenty gigabytes.
            world.change(tx -> {
                limits.admit(tx, new Claim(bucket.compartmentId(), "", Map.of(LIMIT, length)));
                return bucket;
            });
        }
        var contents = namespace.contents(bucket);
        var content = contents.receive(request.body());
        var said = request.header("content-md5");
        if (said.isPresent() && !same(said.get(), content.md5())) {
            contents.discard(content);
            throw new Refusal(
                    400,
                    "UnmatchedContentMD5",
                    "The computed MD5 of the request body (" + content.md5()
                            + ") does not match the Content-MD5 header (" + said.get() + ")");
        }
        return content;
    }

    private static boolean same(String said, String md5) {
        try {
            return MessageDigest.isEqual(
                    Base64.getDecoder().decode(said), Base64.getDecoder().decode(md5));
        } catch (IllegalArgumentException no) {
            throw new Refusal(
                    400, "InvalidContentMD5", "The Content-MD5 header is no base64: " + said.toLowerCase(Locale.ROOT));
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException no) {
            throw Refusal.invalid("content-length is not a number");
        }
    }
}
