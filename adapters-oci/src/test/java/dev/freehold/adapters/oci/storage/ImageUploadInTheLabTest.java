package dev.freehold.adapters.oci.storage;

import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.oci.RunningLab;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer.Created;
import dev.freehold.ports.driver.DeleteAnswer.Deleted;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Trouble;
import dev.freehold.ports.skeleton.LookFirst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUploadInTheLabTest implements ResourceDriverContract<ImageUpload> {
    private static final int PART = 1 << 16;
    private static final int PARTS = 9;
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static RunningLab lab;

    @TempDir
    private static Path folder;

    private final Bucket bucket = Images.bucket("uploads-" + BUCKETS.incrementAndGet());
    private final ImageUpload upload = Images.upload(bucket);
    private final ObjectStorage storage = lab.objectStorage();
    private ObjectStorage asTheDriverHasIt = storage;
    private final Path file = Images.file(folder, 7, PARTS * PART - 123);

    @BeforeAll
    static void start() {
        lab = RunningLab.in(folder.resolve("lab"), "homelab");
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @BeforeEach
    void make_the_bucket() {
        storage.createBucket(bucket.name(), lab.rootCompartment(), Map.of());
    }

    @Override
    public ResourceDriver<ImageUpload> driver() {
        return driver(asTheDriverHasIt);
    }

    private static ResourceDriver<ImageUpload> driver(ObjectStorage storage) {
        return new LookFirst<>(new ImageUploadDriver(storage, Images.OWNERSHIP, size -> new PartPlan(size, PART)));
    }

    @Override
    public ImageUpload wanted() {
        return upload;
    }

    @Override
    public Optional<ImageUpload> changed() {
        return Optional.of(
                new ImageUpload(upload.name(), upload.size(), upload.sources(), upload.bucket(), Images.OTHER_IMAGE));
    }

    @Override
    public Context context() {
        return context(file);
    }

    private Context context(Path of) {
        return Images.context(new SystemTimeline(), lab.rootCompartment(), bucket, of);
    }

    private long partsSent() {
        return lab.requests().stream()
                .filter(request -> request.startsWith("PUT") && request.contains("/" + bucket.name() + "/u/"))
                .count();
    }

    private byte[] arrived() {
        return storage.get(bucket.name(), ImageUploadDriver.object(upload))
                .orElseThrow()
                .bytes();
    }

    @Test
    void what_arrives_is_the_file_in_as_many_requests_as_it_has_parts() throws Exception {
        // when
        var outputs = Calls.created(driver().create(upload, Calls.TOKEN, context()));
        // then
        assertThat(arrived()).isEqualTo(Files.readAllBytes(file));
        assertThat(text(outputs, "sha256")).contains(Images.sha256(file));
        assertThat(text(outputs, "object")).contains("freehold/base.qcow2");
        assertThat(partsSent()).isEqualTo(PARTS);
        assertThat(storage.openUploads(bucket.name())).isEmpty();
    }

    @Test
    void the_object_says_whose_it_is_and_what_it_was_made_of() throws InterruptedException {
        // when
        Calls.created(driver().create(upload, Calls.TOKEN, context()));
        // then
        var there =
                storage.head(bucket.name(), ImageUploadDriver.object(upload)).orElseThrow();
        assertThat(there.metadata())
                .containsEntry("freehold-platform", "homelab")
                .containsEntry("freehold-resource", upload.id().text())
                .containsEntry("freehold-token", Calls.TOKEN.text())
                .containsEntry("sha256", Images.sha256(file));
        assertThat(there.md5()).endsWith("-" + PARTS);
    }

    @ParameterizedTest(name = "after {0} parts")
    @ValueSource(ints = {0, 1, 4, 8, 9})
    void after_a_crash_only_what_is_missing_is_sent(int sent) throws Exception {
        // given: the process died after some parts, and another driver comes later
        assertThatThrownBy(() -> driver(new DiesAfterParts(storage, sent)).create(upload, Calls.TOKEN, context()))
                .isInstanceOf(Silent.class);
        assertThat(partsSent()).isEqualTo(sent);
        // when
        var answer = driver().create(upload, Calls.TOKEN, context());
        // then
        assertThat(answer).isInstanceOf(Created.class);
        assertThat(partsSent()).isEqualTo(PARTS);
        assertThat(arrived()).isEqualTo(Files.readAllBytes(file));
        assertThat(storage.openUploads(bucket.name())).isEmpty();
    }

    @Test
    void an_upload_of_another_file_is_given_up() throws Exception {
        // given
        var other = Images.file(folder, 8, PARTS * PART - 123);
        assertThatThrownBy(() -> driver(new DiesAfterParts(storage, 5)).create(upload, Calls.TOKEN, context(other)))
                .isInstanceOf(Silent.class);
        // when
        var outputs = Calls.created(driver().create(upload, Calls.OTHER_TOKEN, context()));
        // then
        assertThat(text(outputs, "sha256")).contains(Images.sha256(file));
        assertThat(arrived()).isEqualTo(Files.readAllBytes(file));
        assertThat(storage.openUploads(bucket.name())).isEmpty();
    }

    @Test
    void an_upload_of_a_file_that_begins_alike_ends_with_the_right_one() throws Exception {
        // given: the same but for its last byte
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        var other = Files.write(folder.resolve("alike.qcow2"), bytes);
        assertThatThrownBy(() -> driver(new DiesAfterParts(storage, 4)).create(upload, Calls.TOKEN, context(other)))
                .isInstanceOf(Silent.class);
        // when
        Calls.created(driver().create(upload, Calls.OTHER_TOKEN, context()));
        // then
        assertThat(arrived()).isEqualTo(Files.readAllBytes(file));
        assertThat(driver().observe(upload, context())).isPresent();
    }

    @Test
    void a_file_that_is_larger_than_the_plan_counts_with_is_refused_before_a_byte_is_sent() throws Exception {
        // given
        var small = new ImageUpload(
                upload.name(), Gigabytes.of("0.0001"), upload.sources(), upload.bucket(), upload.image());
        // when
        var answer = driver().create(small, Calls.TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("ImageTooLarge"));
        assertThat(partsSent()).isZero();
        assertThat(driver().observe(upload, context())).isEmpty();
    }

    @Test
    void an_older_one_of_ours_is_replaced() throws Exception {
        // given
        var older = Images.file(folder, 9, 3 * PART);
        Calls.created(driver().create(upload, Calls.TOKEN, context(older)));
        assertThat(driver().observe(upload, context())).isEmpty();
        // when
        Calls.created(driver().create(upload, Calls.OTHER_TOKEN, context()));
        // then
        assertThat(arrived()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void an_older_one_of_ours_and_half_an_upload_are_removed_all_the_same() throws Exception {
        // given
        var older = Images.file(folder, 9, 3 * PART);
        Calls.created(driver().create(upload, Calls.TOKEN, context(older)));
        assertThatThrownBy(() -> driver(new DiesAfterParts(storage, 1)).create(upload, Calls.TOKEN, context()))
                .isInstanceOf(Silent.class);
        // when
        var answer = driver().delete(upload, context());
        // then
        assertThat(answer).isEqualTo(new Deleted());
        assertThat(storage.head(bucket.name(), ImageUploadDriver.object(upload)))
                .isEmpty();
        assertThat(storage.openUploads(bucket.name())).isEmpty();
    }

    @Test
    void an_object_of_somebody_else_is_left_alone() throws InterruptedException {
        // given
        var theirs = new byte[] {1, 2, 3};
        storage.put(bucket.name(), ImageUploadDriver.object(upload), theirs, new Condition.Absent(), Map.of());
        // when
        var answer = driver().create(upload, Calls.TOKEN, context());
        driver().delete(upload, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words()).contains("freehold/base.qcow2", "did not make"));
        assertThat(arrived()).isEqualTo(theirs);
        assertThat(partsSent()).isZero();
    }

    @Test
    void a_file_that_is_not_what_was_built_is_not_committed() throws IOException, InterruptedException {
        // given
        var tampered = Images.file(folder, 10, 2 * PART);
        var context = context(tampered);
        var bytes = Files.readAllBytes(tampered);
        bytes[PART]++;
        Files.write(tampered, bytes);
        // when
        var answer = driver().create(upload, Calls.TOKEN, context);
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words()).contains("not what was built", "Build the image again"));
        assertThat(storage.head(bucket.name(), ImageUploadDriver.object(upload)))
                .isEmpty();
        assertThat(storage.openUploads(bucket.name())).isEmpty();
    }

    @Test
    void after_the_deadline_it_gives_up_and_keeps_what_arrived() throws InterruptedException {
        // given
        var told = new ArrayList<String>();
        var patient = context();
        var impatient = new Context(
                patient.known(),
                patient.timeline(),
                told::add,
                patient.timeline().now().minus(Duration.ofSeconds(1)));
        // when, then
        assertThatThrownBy(() -> driver().create(upload, Calls.TOKEN, impatient))
                .isInstanceOf(Silent.class);
        assertThat(storage.openUploads(bucket.name())).hasSize(1);
    }

    @Test
    void progress_is_told_in_bytes_and_ends_at_all_of_them() throws InterruptedException {
        // given
        List<String> told = new ArrayList<>();
        var silent = context();
        var listening = new Context(silent.known(), silent.timeline(), told::add, silent.deadline());
        // when
        Calls.created(driver().create(upload, Calls.TOKEN, listening));
        // then
        assertThat(told).doesNotHaveDuplicates().hasSizeBetween(PARTS, 101);
        assertThat(told.getLast()).isEqualTo("0 of 0 MB (100 %)");
    }

    @Override
    public Outside outside() {
        return new InTheBucket();
    }

    /// Others who have the bucket.
    private final class InTheBucket implements Outside {
        private final String object = ImageUploadDriver.object(upload);

        @Override
        public Stranger stranger() {
            return marked(Map.of());
        }

        @Override
        public Stranger anotherPlatforms() {
            return marked(new Ownership("another").tags(upload, Calls.TOKEN));
        }

        private Stranger marked(Map<String, String> metadata) {
            storage.put(bucket.name(), object, new byte[] {1, 2, 3}, new Condition.Absent(), metadata);
            return () -> storage.head(bucket.name(), object).orElseThrow(() -> new AssertionError("it is gone"));
        }

        /// A deadline that has passed is over before the first part is sent.
        @Override
        public Trouble slowness() {
            return Trouble.PASSING;
        }

        @Override
        public Duration tooShort() {
            return Duration.ofSeconds(-1);
        }

        @Override
        public Duration oneExchange() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Trouble lostAnswer() {
            asTheDriverHasIt = Losing.answersOf("commit", storage);
            return () -> asTheDriverHasIt = storage;
        }

        @Override
        public Denial missingRight() {
            return lab.byHand().withoutKey();
        }

        @Override
        public int count() {
            return storage.list(bucket.name(), object).size();
        }

        @Override
        public void change() {
            storage.put(bucket.name(), object, new byte[] {1, 2, 3}, new Condition.Always(), Map.of());
        }

        @Override
        public void remove() {
            storage.delete(bucket.name(), object, new Condition.Always());
        }
    }
}
