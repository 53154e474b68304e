package dev.freehold.adapters.oci.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.state.RecordCodec;
import dev.freehold.adapters.oci.RunningLab;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.LayerStore.Published;
import dev.freehold.ports.state.LayerStoreContract;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.state.SharedJournals;
import dev.freehold.ports.state.SharedJournalsContract;
import dev.freehold.ports.state.SharedSecrets.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States, journals and the lock in a bucket of the emulator.
class SharedStateInTheLabTest implements LayerStoreContract, SharedJournalsContract {
    private static final AtomicInteger PLATFORMS = new AtomicInteger();
    private static RunningLab lab;

    @TempDir
    private static Path folder;

    private final AgeForTests age = new AgeForTests();
    private final SetTimeline timeline = new SetTimeline();
    private final List<String> notices = new ArrayList<>();
    private final BucketFolder place = BucketFolder.of(
            lab.objectStorage(),
            "freehold-state",
            "homelab-" + PLATFORMS.incrementAndGet(),
            "lab",
            lab::rootCompartment);

    @BeforeAll
    static void start() {
        lab = RunningLab.in(folder.resolve("lab"), "homelab");
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private ObjectLock lock(String host) {
        return new ObjectLock(place, timeline, host, notices::add);
    }

    @Override
    public LayerStore store() {
        return new ObjectLayerStore(place, new RecordCodec(), age, timeline, lock("here"));
    }

    @Override
    public SharedJournals shared() {
        return new ObjectJournals(place, new RecordCodec(), age);
    }

    private static LayerState state(int version) {
        return LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(version, version));
    }

    @Test
    void nothing_of_a_state_can_be_read_without_the_identity() {
        // given
        store().publish(state(9));
        shared().share(Layer.SETUP, 0, SampleEntries.ofSeed(9, 9));
        var stranger = new AgeForTests();
        // then
        assertThatThrownBy(() -> new ObjectLayerStore(place, new RecordCodec(), stranger, timeline, lock("there"))
                        .read(Layer.SETUP))
                .isInstanceOf(Undecryptable.class);
        for (var object : place.storage().list(place.bucket(), place.folder() + "setup/")) {
            var bytes =
                    place.storage().get(place.bucket(), object).orElseThrow().bytes();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("settings");
        }
    }

    @Test
    void the_last_twenty_versions_are_kept_and_no_objects_of_others() {
        // when
        for (int version = 1; version <= 23; version++) {
            store().publish(state(version));
        }
        // then
        assertThat(store().history(Layer.SETUP))
                .extracting(Published::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(4, 23).boxed().toList());
        assertThat(place.storage().list(place.bucket(), place.folder() + "setup/state-"))
                .hasSize(20);
    }

    @Test
    void of_a_journal_only_the_newest_object_is_kept() {
        // when
        var entries = SampleEntries.ofSeed(1, 9);
        shared().share(Layer.SETUP, 0, entries.subList(0, 3));
        shared().share(Layer.SETUP, 3, entries);
        // then
        assertThat(place.storage().list(place.bucket(), place.folder() + "setup/journal-"))
                .hasSize(1);
    }

    @Test
    void of_writers_that_race_for_a_version_one_wins() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            // given
            int version = round * 10 + 5;
            var start = new CountDownLatch(1);
            var won = new ConcurrentLinkedQueue<Integer>();
            var lost = new ConcurrentLinkedQueue<String>();
            var threads = new ArrayList<Thread>();
            for (int writer = 0; writer < 4; writer++) {
                int mine = writer;
                threads.add(Thread.ofVirtual().start(() -> {
                    var store = store();
                    var state = LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(mine, version));
                    try {
                        start.await();
                        store.publish(state);
                        won.add(mine);
                    } catch (IllegalStateException late) {
                        lost.add(String.valueOf(late.getMessage()));
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                }));
            }
            // when
            start.countDown();
            for (var thread : threads) {
                thread.join();
            }
            // then
            assertThat(won).as("round %d", round).hasSize(1);
            assertThat(lost).hasSize(3).allSatisfy(words -> assertThat(words).contains("too late"));
            assertThat(store().read(Layer.SETUP))
                    .isEqualTo(LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(won.remove(), version)));
        }
    }

    @Test
    void of_writers_that_race_for_the_lock_one_gets_it() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            // given
            var start = new CountDownLatch(1);
            var answers = new ConcurrentLinkedQueue<LayerStore.LockAnswer>();
            var threads = new ArrayList<Thread>();
            for (int writer = 0; writer < 4; writer++) {
                var holder = new Holder(100 + writer, "deploy all", SampleEntries.AT);
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                        answers.add(store().lock(holder));
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                }));
            }
            // when
            start.countDown();
            for (var thread : threads) {
                thread.join();
            }
            // then
            assertThat(answers).filteredOn(Locked.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(HeldBy.class::isInstance).hasSize(3);
            lock("here").breakOff();
        }
    }

    @Test
    void a_holder_on_another_computer_is_named_with_it() {
        // given
        lock("attic").take(THEM);
        // then
        assertThat(store().lock(US))
                .isEqualTo(new HeldBy(new Holder(THEM.process(), THEM.command(), THEM.since(), "attic")));
    }

    @Test
    void a_lock_lapses_when_nobody_renews_it_and_not_before() {
        // given
        lock("attic").take(THEM);
        timeline.pass(ObjectLock.LIFE);
        assertThat(store().lock(US)).isInstanceOf(HeldBy.class);
        // when
        timeline.pass(Duration.ofSeconds(1));
        // then
        assertThat(store().lock(US)).isInstanceOf(Locked.class);
    }

    @Test
    void a_lock_that_is_renewed_does_not_lapse() {
        // given
        var lease = (ObjectLease) ((Locked) lock("attic").take(THEM)).lease();
        for (int minute = 0; minute < 20; minute++) {
            // when
            timeline.pass(ObjectLease.RENEWAL);
            assertThat(lease.renew()).isTrue();
            // then
            assertThat(store().lock(US)).isInstanceOf(HeldBy.class);
        }
        lease.close();
        assertThat(store().lock(US)).isInstanceOf(Locked.class);
        assertThat(notices).isEmpty();
    }

    @Test
    void a_renewal_whose_answer_was_lost_does_not_cost_the_lock() {
        // given
        var lease = (ObjectLease) ((Locked) lock("attic").take(THEM)).lease();
        var standing = place.get("lock").orElseThrow().bytes();
        place.put("lock", standing, new Condition.Always()); // as a renewal that arrived, unknown to its sender
        // when
        timeline.pass(ObjectLease.RENEWAL);
        assertThat(lease.renew()).isTrue();
        assertThat(lease.renew()).isTrue();
        lease.close();
        // then
        assertThat(notices).isEmpty();
        assertThat(lock("attic").holder()).isEmpty();
    }

    @Test
    void who_lost_the_lock_hears_of_it_and_takes_nothing_from_the_next() {
        // given
        var lease = (ObjectLease) ((Locked) lock("attic").take(THEM)).lease();
        assertThat(lock("here").breakOff())
                .hasValueSatisfying(was -> assertThat(was.command()).isEqualTo("destroy all"));
        assertThat(store().lock(US)).isInstanceOf(Locked.class);
        // when
        assertThat(lease.renew()).isFalse();
        lease.close();
        // then
        assertThat(notices).singleElement().asString().contains("was taken away");
        assertThat(lock("attic").holder())
                .hasValueSatisfying(holder -> assertThat(holder.command()).isEqualTo("deploy all"));
    }

    @Test
    void the_vault_is_shared_as_one_and_tells_no_names() {
        // given
        var secrets = List.of(
                new Shared(new SecretName("api-token"), SampleEntries.AT, Secret.of("s3cret")),
                new Shared(new SecretName("key"), SampleEntries.AT, Secret.of("x".repeat(70_000))));
        assertThat(new ObjectSecrets(place, age).read()).isEmpty();
        // when
        new ObjectSecrets(place, age).write(secrets.subList(0, 1));
        var second = new ObjectSecrets(place, age);
        second.read();
        second.write(secrets);
        // then
        assertThat(new ObjectSecrets(place, age).read()).isEqualTo(secrets);
        assertThat(place.storage().list(place.bucket(), place.folder() + "secrets-"))
                .hasSize(1)
                .allSatisfy(object -> assertThat(new String(
                                place.storage()
                                        .get(place.bucket(), object)
                                        .orElseThrow()
                                        .bytes(),
                                StandardCharsets.ISO_8859_1))
                        .doesNotContain("api-token", "s3cret"));
        assertThatThrownBy(() -> new ObjectSecrets(place, new AgeForTests()).read())
                .isInstanceOf(Undecryptable.class);
    }

    @Test
    void who_shares_secrets_without_having_seen_the_newest_is_refused() {
        // given
        var late = new ObjectSecrets(place, age);
        late.read();
        var quick = new ObjectSecrets(place, age);
        quick.read();
        quick.write(List.of(new Shared(new SecretName("a"), SampleEntries.AT, Secret.of("quick"))));
        // when, then
        assertThatThrownBy(() -> late.write(List.of())).isInstanceOf(IllegalStateException.class);
        assertThat(new ObjectSecrets(place, age).read())
                .extracting(Shared::value)
                .containsExactly(Secret.of("quick"));
    }

    @Test
    void what_a_newer_freehold_wrote_is_left_alone() {
        // given
        place.put("head", "freehold-shared 2\nwhatever\n".getBytes(StandardCharsets.UTF_8), new Condition.Always());
        // then
        assertThatThrownBy(() -> store().read(Layer.SETUP))
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContainingAll("freehold-shared 1", "a newer one");
        assertThatThrownBy(() -> store().publish(state(3))).isInstanceOf(DamagedJournal.class);
    }
}
