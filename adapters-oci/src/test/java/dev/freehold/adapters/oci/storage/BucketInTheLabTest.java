package dev.freehold.adapters.oci.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.bmc.objectstorage.model.UpdateBucketDetails;
import com.oracle.bmc.objectstorage.requests.UpdateBucketRequest;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.oci.RunningLab;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.DeleteAnswer.Deleted;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.driver.Trouble;
import dev.freehold.ports.skeleton.LookFirst;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketInTheLabTest implements ResourceDriverContract<Bucket> {
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static RunningLab lab;

    @TempDir
    private static Path folder;

    private final Bucket bucket = Images.bucket("images-" + BUCKETS.incrementAndGet());
    private final ObjectStorage storage = lab.objectStorage();
    private ResourceDriver<Bucket> driver = driver(storage);

    @BeforeAll
    static void start() {
        lab = RunningLab.in(folder.resolve("lab"), "homelab");
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static ResourceDriver<Bucket> driver(ObjectStorage storage) {
        return new LookFirst<>(new BucketDriver(storage, Images.OWNERSHIP));
    }

    @Override
    public ResourceDriver<Bucket> driver() {
        return driver;
    }

    @Override
    public Bucket wanted() {
        return bucket;
    }

    @Override
    public Optional<Bucket> changed() {
        return Optional.of(new Bucket(bucket.name(), bucket.region(), bucket.compartment(), Images.OTHER_QUOTA));
    }

    @Override
    public Context context() {
        var file = Images.file(folder, 1, 10);
        return Images.context(new SystemTimeline(), lab.rootCompartment(), bucket, file);
    }

    @Test
    void nobody_reads_it_without_signing() throws InterruptedException {
        // when
        Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        // then
        assertThat(storage.bucket(bucket.name())).hasValueSatisfying(there -> {
            assertThat(there.open()).isFalse();
            assertThat(there.tags())
                    .containsEntry("freehold-resource", bucket.id().text());
        });
    }

    @Test
    void one_of_somebody_else_is_neither_taken_nor_removed() throws InterruptedException {
        // given
        storage.createBucket(bucket.name(), lab.rootCompartment(), Map.of("whose", "mine"));
        // when
        var created = driver.create(bucket, Calls.TOKEN, context());
        var deleted = driver.delete(bucket, context());
        // then
        assertThat(created)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains(bucket.name(), "did not make"));
        assertThat(deleted)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NotOurs"));
        assertThat(storage.bucket(bucket.name()))
                .hasValueSatisfying(there -> assertThat(there.tags()).containsEntry("whose", "mine"));
    }

    @Test
    void it_takes_our_objects_and_uploads_along() throws InterruptedException {
        // given
        Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        put("freehold/old.qcow2", Images.OWNERSHIP.tags(bucket, Calls.TOKEN));
        storage.beginUpload(bucket.name(), "freehold/half.qcow2", Map.of());
        // when
        var answer = driver.delete(bucket, context());
        // then
        assertThat(answer).isEqualTo(new Deleted());
        assertThat(storage.bucket(bucket.name())).isEmpty();
    }

    @Test
    void it_stays_with_what_somebody_else_put_there() throws InterruptedException {
        // given
        Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        put("holiday.jpg", Map.of());
        // when
        var answer = driver.delete(bucket, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("holiday.jpg"));
        assertThat(storage.list(bucket.name(), "")).containsExactly("holiday.jpg");
    }

    @Test
    void it_stays_with_an_upload_that_somebody_else_began() throws InterruptedException {
        // given
        Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        storage.beginUpload(bucket.name(), "holiday.mp4", Map.of());
        // when
        var answer = driver.delete(bucket, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("holiday.mp4"));
        assertThat(storage.openUploads(bucket.name())).hasSize(1);
    }

    @Test
    void one_that_somebody_opened_is_closed() throws InterruptedException {
        // given
        var made = Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        openToAnybody();
        assertThat(driver.observe(bucket, context())).isEmpty();
        // when
        var outputs = Calls.created(driver.create(bucket, Calls.OTHER_TOKEN, context()));
        // then
        assertThat(outputs).isEqualTo(made);
        assertThat(storage.bucket(bucket.name()))
                .hasValueSatisfying(there -> assertThat(there.open()).isFalse());
    }

    @Test
    void one_that_somebody_opened_is_removed_all_the_same() throws InterruptedException {
        // given
        Calls.created(driver.create(bucket, Calls.TOKEN, context()));
        openToAnybody();
        // when
        var answer = driver.delete(bucket, context());
        // then
        assertThat(answer).isEqualTo(new Deleted());
        assertThat(storage.bucket(bucket.name())).isEmpty();
    }

    private void openToAnybody() {
        lab.clients()
                .objectStorage()
                .updateBucket(UpdateBucketRequest.builder()
                        .namespaceName(storage.namespace())
                        .bucketName(bucket.name())
                        .updateBucketDetails(UpdateBucketDetails.builder()
                                .publicAccessType(UpdateBucketDetails.PublicAccessType.ObjectRead)
                                .build())
                        .build());
    }

    private void put(String object, Map<String, String> metadata) {
        storage.put(bucket.name(), object, "x".getBytes(StandardCharsets.UTF_8), new Condition.Absent(), metadata);
    }

    @Override
    public Outside outside() {
        return new Tenancy();
    }

    /// Others in the tenancy.
    private final class Tenancy implements Outside {
        @Override
        public Stranger stranger() {
            return tagged(Map.of("whose", "mine"));
        }

        @Override
        public Stranger anotherPlatforms() {
            return tagged(new Ownership("another").tags(bucket, Calls.TOKEN));
        }

        private Stranger tagged(Map<String, String> tags) {
            storage.createBucket(bucket.name(), lab.rootCompartment(), tags);
            return () -> storage.bucket(bucket.name()).orElseThrow(() -> new AssertionError("it is gone"));
        }

        /// It waits for nothing: one exchange makes it, and one removes it.
        @Override
        public Trouble slowness() {
            return Trouble.PASSING;
        }

        @Override
        public Duration oneExchange() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Trouble lostAnswer() {
            driver = driver(Losing.answersOf("createBucket", storage));
            return () -> driver = driver(storage);
        }

        @Override
        public Denial missingRight() {
            return lab.byHand().withoutKey();
        }

        @Override
        public int count() {
            return storage.bucket(bucket.name()).isPresent() ? 1 : 0;
        }

        @Override
        public void change() {
            lab.byHand()
                    .post("/n/" + storage.namespace() + "/b/" + bucket.name(), "{'publicAccessType': 'ObjectRead'}");
        }

        @Override
        public void remove() {
            storage.deleteBucket(bucket.name());
        }
    }
}
