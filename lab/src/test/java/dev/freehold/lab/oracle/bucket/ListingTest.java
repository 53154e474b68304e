package dev.freehold.lab.oracle.bucket;

import static dev.freehold.lab.oracle.bucket.Samples.NOON;
import static dev.freehold.lab.oracle.bucket.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    private Path folder;

    private Bucket bucket;

    @BeforeEach
    void a_bucket() {
        bucket = new Buckets(folder, () -> NOON, Set.of()).bucket("media");
    }

    @Test
    void names_come_in_the_order_of_their_bytes() {
        stored("b", "a", "B", "ä", "\uFF61", "😀");

        // by UTF-16, the last two would change places
        assertThat(names(Listing.Query.ALL)).containsExactly("B", "a", "b", "ä", "\uFF61", "😀");
    }

    @Test
    void start_is_a_first_name_and_end_the_first_one_left_out() {
        stored("a", "b", "c", "d");

        assertThat(names(query("", "b", "d", null, 10))).containsExactly("b", "c");
        assertThat(names(new Listing.Query("", null, "b", null, null, 10))).containsExactly("c", "d");
    }

    @Test
    void a_delimiter_folds_what_lies_deeper() {
        stored("logs/1", "logs/2", "media/a/1", "media/a/2", "media/b", "top");

        var top = bucket.list(query("", null, null, "/", 10));
        var media = bucket.list(query("media/", null, null, "/", 10));

        assertThat(top.prefixes()).containsExactly("logs/", "media/");
        assertThat(top.objects()).extracting(StoredObject::name).containsExactly("top");
        assertThat(media.prefixes()).containsExactly("media/a/");
        assertThat(media.objects()).extracting(StoredObject::name).containsExactly("media/b");
    }

    @Test
    void pages_of_any_size_give_each_name_and_each_prefix_once() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                stored("abc/".substring(random.nextInt(4)) + random.nextInt(9) + "/" + random.nextInt(9));
            }
            for (var delimiter : new String[] {null, "/"}) {
                var whole = bucket.list(query("", null, null, delimiter, Integer.MAX_VALUE));
                var names = new ArrayList<String>();
                var prefixes = new ArrayList<String>();
                String start = null;
                do {
                    var page = bucket.list(query("", start, null, delimiter, 1 + random.nextInt(4)));
                    page.objects().forEach(object -> names.add(object.name()));
                    prefixes.addAll(page.prefixes());
                    start = page.nextStart();
                } while (start != null);
                assertThat(names)
                        .as("seed %d", seed)
                        .isEqualTo(
                                whole.objects().stream().map(StoredObject::name).toList());
                assertThat(prefixes).as("seed %d", seed).isEqualTo(whole.prefixes());
                assertThat(new TreeSet<>(prefixes)).hasSameSizeAs(prefixes);
            }
        }
    }

    private void stored(String... names) {
        for (var name : names) {
            put(bucket, name, "x");
        }
    }

    private List<String> names(Listing.Query query) {
        return bucket.list(query).objects().stream().map(StoredObject::name).toList();
    }

    private static Listing.Query query(
            String prefix, @Nullable String start, @Nullable String end, @Nullable String delimiter, int limit) {
        return new Listing.Query(prefix, start, null, end, delimiter, limit);
    }
}
