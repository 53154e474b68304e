package dev.freehold.lab.oracle.bucket;

import static dev.freehold.lab.oracle.bucket.Samples.NOON;
import static dev.freehold.lab.oracle.bucket.Samples.PLAIN;
import static dev.freehold.lab.oracle.bucket.Samples.content;
import static dev.freehold.lab.oracle.bucket.Samples.put;
import static dev.freehold.lab.oracle.bucket.Samples.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.oracle.bucket.BucketRefusal.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketTest {
    @TempDir
    private Path folder;

    private Buckets buckets;
    private Bucket bucket;

    @BeforeEach
    void a_bucket() {
        buckets = new Buckets(folder, () -> NOON, Set.of());
        bucket = buckets.bucket("media");
    }

    @Test
    void an_object_comes_back_as_it_was_put() {
        var object = put(bucket, "a/b c.txt", "hello");

        assertThat(content(bucket, "a/b c.txt")).isEqualTo("hello");
        assertThat(object.md5()).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
        assertThat(object.headers().metadata()).containsEntry("purpose", "test");
        assertThat(bucket.object("a/b c.txt")).isEqualTo(object);
    }

    @Test
    void everything_is_there_again_when_the_store_is_opened_anew() {
        put(bucket, "one", "1");
        var upload = bucket.open("two", PLAIN, WriteCondition.ANYWAY);
        bucket.addPart("two", upload.id(), 1, received(bucket, "2"));

        var again = new Buckets(folder, () -> NOON, Set.of("media"));

        assertThat(content(again.bucket("media"), "one")).isEqualTo("1");
        assertThat(again.bucket("media").uploads()).isEqualTo(bucket.uploads());
        assertThat(again.bucket("media").bytes()).isEqualTo(2);
    }

    @Test
    void a_replaced_object_can_still_be_read_by_who_began_to() throws IOException {
        var first = put(bucket, "state", "first");
        try (var reading = bucket.read(first, 0, 5).orElseThrow()) {
            put(bucket, "state", "second");
            assertThat(new String(reading.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("first");
        }

        assertThat(content(bucket, "state")).isEqualTo("second");
        assertThat(blobs()).hasSize(1);
        assertThat(bucket.read(first, 0, 5))
                .as("whoever comes later looks again")
                .isEmpty();
    }

    @Test
    void of_two_writers_with_the_same_etag_one_wins() {
        var first = put(bucket, "state", "first");
        var match = new WriteCondition(first.etag(), false);

        bucket.put("state", received(bucket, "second"), PLAIN, match);

        refused(Why.IF_MATCH_FAILED, () -> bucket.put("state", received(bucket, "third"), PLAIN, match));
        assertThat(content(bucket, "state")).isEqualTo("second");
        assertThat(blobs()).as("what was refused leaves no bytes").hasSize(1);
    }

    @Test
    void a_write_that_wants_the_name_free_finds_it_taken() {
        put(bucket, "lock", "mine");

        refused(
                Why.IF_NONE_MATCH_FAILED,
                () -> bucket.put("lock", received(bucket, "yours"), PLAIN, new WriteCondition(null, true)));
        refused(Why.IF_MATCH_FAILED, () -> bucket.delete("lock", new WriteCondition("other", false)));
    }

    @Test
    void content_that_breaks_off_leaves_nothing() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        var body = new SequenceInputStream(new ByteArrayInputStream(new byte[400_000]), broken);

        assertThatThrownBy(() -> bucket.receive(body)).isInstanceOf(IOException.class);

        assertThat(blobs()).isEmpty();
    }

    @Test
    void a_committed_upload_is_one_object_made_of_its_parts_files() {
        var upload = bucket.open("disk.img", PLAIN, WriteCondition.ANYWAY);
        var third = bucket.addPart("disk.img", upload.id(), 3, received(bucket, "ccc"));
        var first = bucket.addPart("disk.img", upload.id(), 1, received(bucket, "aaaa"));
        bucket.addPart("disk.img", upload.id(), 2, received(bucket, "not wanted"));
        var before = blobs();

        var object = bucket.commit("disk.img", upload.id(), List.of(part(first), part(third)), WriteCondition.ANYWAY);

        assertThat(content(bucket, "disk.img")).isEqualTo("aaaaccc");
        assertThat(content(bucket, "disk.img", 3, 2)).isEqualTo("ac");
        assertThat(object.md5()).isEqualTo("MGtwhbpDmXIlBi3eBLK1WQ==-2");
        assertThat(before).hasSize(3).containsAll(blobs());
        assertThat(blobs()).hasSize(2);
        assertThat(bucket.uploads()).isEmpty();
    }

    @Test
    void a_commit_names_parts_that_are_there_in_order() {
        var upload = bucket.open("disk.img", PLAIN, WriteCondition.ANYWAY);
        var one = part(bucket.addPart("disk.img", upload.id(), 1, received(bucket, "a")));
        var two = part(bucket.addPart("disk.img", upload.id(), 2, received(bucket, "b")));

        refused(Why.INVALID_PART, () -> commit(upload, two, one));
        refused(Why.INVALID_PART, () -> commit(upload, one, new PartToCommit(2, "another")));
        refused(Why.INVALID_PART, () -> commit(upload, one, new PartToCommit(7, one.etag())));
        refused(Why.INVALID, () -> commit(upload));
        refused(Why.NO_UPLOAD, () -> bucket.commit("other", upload.id(), List.of(one), WriteCondition.ANYWAY));
    }

    @Test
    void an_aborted_upload_leaves_nothing() {
        var upload = bucket.open("disk.img", PLAIN, WriteCondition.ANYWAY);
        bucket.addPart("disk.img", upload.id(), 1, received(bucket, "a"));

        bucket.abort("disk.img", upload.id());

        assertThat(blobs()).isEmpty();
        assertThat(bucket.bytes()).isZero();
        refused(Why.NO_UPLOAD, () -> bucket.addPart("disk.img", upload.id(), 2, received(bucket, "b")));
        assertThat(blobs()).isEmpty();
    }

    @Test
    void only_an_empty_bucket_can_be_deleted() {
        put(bucket, "one", "1");
        refused(Why.BUCKET_NOT_EMPTY, () -> buckets.delete("media"));
        bucket.delete("one", WriteCondition.ANYWAY);
        var upload = bucket.open("two", PLAIN, WriteCondition.ANYWAY);
        refused(Why.BUCKET_NOT_EMPTY, () -> buckets.delete("media"));
        bucket.abort("two", upload.id());

        buckets.delete("media");

        refused(Why.NO_BUCKET, () -> put(bucket, "late", "content"));
        assertThat(folder).isEmptyDirectory();
    }

    private StoredObject commit(OpenUpload upload, PartToCommit... parts) {
        return bucket.commit(upload.object(), upload.id(), List.of(parts), WriteCondition.ANYWAY);
    }

    private static PartToCommit part(UploadedPart part) {
        return new PartToCommit(part.number(), part.etag());
    }

    private static void refused(Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BucketRefusal.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void contents_of_a_bucket_that_nobody_knows_any_more_are_swept_away() {
        put(bucket, "one", "1");

        var _ = new Buckets(folder, () -> NOON, Set.of("other"));

        assertThat(folder).isEmptyDirectory();
    }

    private List<Path> blobs() {
        try (var files = Files.list(folder.resolve("media/blobs"))) {
            return files.toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
