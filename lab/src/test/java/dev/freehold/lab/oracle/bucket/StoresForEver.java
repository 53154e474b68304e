package dev.freehold.lab.oracle.bucket;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Stores, replaces and deletes objects until it is killed, and says which it was promised to find again.
final class StoresForEver {
    static final String BUCKET = "media";
    /// How many objects stand at once.
    static final int KEPT = 10;

    private StoresForEver() {}

    public static void main(String[] arguments) {
        var bucket = buckets(Path.of(arguments[0])).bucket(BUCKET);
        // Left by the process before: no part of this one's promises.
        bucket.list(Listing.Query.ALL).objects().forEach(object -> bucket.delete(object.name(), WriteCondition.ANYWAY));
        bucket.uploads().forEach(upload -> bucket.abort(upload.object(), upload.id()));
        for (int number = 0; ; number++) {
            var name = name(number);
            if (number % 3 == 0) {
                var upload = bucket.open(name, Samples.PLAIN, WriteCondition.ANYWAY);
                var content = content(name);
                var half = content.length() / 2;
                var one = bucket.addPart(name, upload.id(), 1, Samples.received(bucket, content.substring(0, half)));
                var two = bucket.addPart(name, upload.id(), 2, Samples.received(bucket, content.substring(half)));
                var parts = List.of(new PartToCommit(1, one.etag()), new PartToCommit(2, two.etag()));
                bucket.commit(name, upload.id(), parts, WriteCondition.ANYWAY);
            } else {
                Samples.put(bucket, name, "an earlier content");
                Samples.put(bucket, name, content(name));
            }
            if (number >= KEPT) {
                bucket.delete(name(number - KEPT), WriteCondition.ANYWAY);
            }
            System.out.println(number);
        }
    }

    static Buckets buckets(Path folder) {
        return new Buckets(folder, () -> Samples.NOON, Set.of(BUCKET));
    }

    static String name(int number) {
        return "object/" + number;
    }

    static String content(String name) {
        return (name + "\n").repeat(10_000);
    }
}
