package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.bucket.Bucket;
import dev.freehold.lab.oracle.bucket.Buckets;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.util.Optional;

/// The tenancy's one namespace: its buckets by their names. What a bucket is stands in the world, what it holds in
/// files.
final class Namespace {
    static final String BUCKET = "bucket";

    private final String name;
    private final World world;
    private final Buckets contents;

    Namespace(String name, World world, Buckets contents) {
        this.name = name;
        this.world = world;
        this.contents = contents;
    }

    String name() {
        return name;
    }

    /// @throws Refusal if the call's path names another namespace
    void check(Call call) {
        if (!call.path("namespace").equals(name)) {
            throw new Refusal(
                    404,
                    "NamespaceNotFound",
                    "You do not have authorization for the namespace '" + call.path("namespace")
                            + "' or it does not exist");
        }
    }

    static Optional<Resource> find(Tx tx, String bucket) {
        return tx.stream(BUCKET).filter(there -> there.has("name", bucket)).findFirst();
    }

    /// @throws Refusal if there is none
    Resource bucket(Call call, Tx tx) {
        check(call);
        var bucket = call.path("bucket");
        return find(tx, bucket)
                .orElseThrow(() -> new Refusal(
                        404,
                        "BucketNotFound",
                        "Either the bucket named '" + bucket + "' does not exist in the namespace '" + name
                                + "' or you are not authorized to access it"));
    }

    /// The same outside of a change.
    Resource bucket(Call call) {
        return world.change(tx -> bucket(call, tx));
    }

    Bucket contents(Resource bucket) {
        return contents.bucket(key(bucket));
    }

    /// Of a bucket that the world is about to forget.
    void delete(Resource bucket) {
        contents.delete(key(bucket));
    }

    /// Identifiers make long file names; a bucket's number is never used again either.
    static String key(Resource bucket) {
        return Long.toString(bucket.sequence());
    }
}
