package dev.freehold.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.memory.MemorySharedJournals;
import dev.freehold.engine.share.SharedLayers.Exchange.Done;
import dev.freehold.engine.share.SharedLayers.Exchange.Waiting;
import dev.freehold.engine.share.SharedRecord.Moved;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.secret.MemoryVault;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.LayerStoreContract;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.state.SharedJournals;
import dev.freehold.ports.state.SharedLock;
import dev.freehold.ports.state.SharedSecrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two computers that work on one platform.
class SharedLayersTest implements LayerStoreContract {
    private static final Holder SOMEBODY = new Holder(7, "deploy oci", SampleEntries.AT);

    private final SharedJournals place = new MemorySharedJournals();
    private final MemoryLayerStore states = new MemoryLayerStore(() -> SampleEntries.AT);
    private final SharedSecrets secrets = new KeptSecrets();
    private Instant now = SampleEntries.AT;
    private final Computer one = new Computer(place);
    private final Computer other = new Computer(place);

    private static final class NoLock implements SharedLock {
        @Override
        public Optional<Holder> holder() {
            return Optional.empty();
        }

        @Override
        public Optional<Holder> breakOff() {
            return Optional.empty();
        }
    }

    private static final class KeptSecrets implements SharedSecrets {
        private List<Shared> kept = List.of();

        @Override
        public List<Shared> read() {
            return kept;
        }

        @Override
        public void write(List<Shared> all) {
            kept = all;
        }
    }

    private final class Computer {
        final MemoryJournals journals = new MemoryJournals();
        final MemoryLayerStore own = new MemoryLayerStore(() -> SampleEntries.AT);
        final MemoryVault vault = new MemoryVault(() -> now);
        final List<String> notices = new ArrayList<>();
        final SharedRecord record;
        final SharedLayers layers;

        Computer(SharedJournals place) {
            record = new SharedRecord(journals, own, place, states);
            layers = new SharedLayers(own, states, record, new SharedVault(vault, secrets), new NoLock(), notices::add);
        }

        List<JournalEntry> entries() {
            return journals.of(Layer.SETUP).entries();
        }

        void died(List<JournalEntry> recorded) {
            journals.of(Layer.SETUP).appendAll(recorded);
        }

        /// What a command does that records `entries` and publishes.
        void works(List<JournalEntry> entries) throws Exception {
            var lease = ((Locked) layers.lock(SOMEBODY)).lease();
            if (!entries.isEmpty()) {
                journals.of(Layer.SETUP).appendAll(entries);
                layers.publish(LayerState.empty(Layer.SETUP).after(entries()));
            }
            lease.close();
        }
    }

    @Override
    public LayerStore store() {
        return one.layers;
    }

    @Test
    void what_one_computer_deployed_the_other_goes_on_from() throws Exception {
        // given
        var entries = SampleEntries.ofSeed(1, 20);
        one.works(entries.subList(0, 11));
        // when
        other.works(entries.subList(11, 15));
        one.works(entries.subList(15, 20));
        // then
        assertThat(one.entries()).isEqualTo(entries);
        assertThat(other.entries()).isEqualTo(entries.subList(0, 15));
        assertThat(place.entries(Layer.SETUP)).isEqualTo(entries);
        assertThat(states.read(Layer.SETUP)).isEqualTo(one.own.read(Layer.SETUP));
        assertThat(one.notices).isEmpty();
    }

    @Test
    void a_run_that_died_before_it_could_share_is_shared_by_the_next_one() throws Exception {
        // given
        var entries = SampleEntries.ofSeed(2, 9);
        one.works(entries.subList(0, 4));
        one.died(entries.subList(4, 9));
        // when
        var lease = ((Locked) one.layers.lock(SOMEBODY)).lease();
        lease.close();
        // then
        assertThat(place.entries(Layer.SETUP)).isEqualTo(entries);
        assertThat(states.read(Layer.SETUP).version()).isEqualTo(9);
    }

    @Test
    void two_computers_that_did_not_know_of_each_other_are_told_apart_and_nothing_is_changed() throws Exception {
        // given: one died before it shared, and the other worked meanwhile
        var common = SampleEntries.ofSeed(3, 4);
        one.works(common);
        other.works(List.of());
        one.died(SampleEntries.ofSeed(4, 3));
        other.works(SampleEntries.ofSeed(5, 5));
        var shared = place.entries(Layer.SETUP);
        var own = one.entries();
        // when, then
        assertThatThrownBy(() -> one.layers.lock(SOMEBODY))
                .isInstanceOf(StatesParted.class)
                .hasMessageContaining("both have the first 4 entries")
                .hasMessageContaining("Here is version 7")
                .hasMessageContaining("shared is version 9")
                .hasMessageContaining("deploy --seed 5");
        assertThat(one.entries()).isEqualTo(own);
        assertThat(place.entries(Layer.SETUP)).isEqualTo(shared);
        // and nobody holds a lock
        assertThat(other.layers.lock(SOMEBODY)).isInstanceOf(Locked.class);
        assertThat(one.own.lock(SOMEBODY)).isInstanceOf(Locked.class);
    }

    @Test
    void who_holds_the_shared_lock_elsewhere_is_named_and_the_own_lock_is_free_again() throws Exception {
        // given
        var lease = ((Locked) other.layers.lock(THEM)).lease();
        // when, then
        assertThat(one.layers.lock(US)).isEqualTo(new HeldBy(THEM));
        lease.close();
        assertThat(one.layers.lock(US)).isInstanceOf(Locked.class);
    }

    @Test
    void pulling_brings_only_here_and_pushing_only_there() {
        // given
        var setup = SampleEntries.ofSeed(1, 6);
        var oci = SampleEntries.ofSeed(2, 3);
        place.share(Layer.SETUP, 0, setup);
        one.journals.of(Layer.OCI).appendAll(oci);
        // when
        var pulled = one.record.bringHere();
        // then
        assertThat(pulled).containsEntry(Layer.SETUP, new Moved(6, 6)).containsEntry(Layer.OCI, new Moved(0, 0));
        assertThat(one.own.read(Layer.SETUP).version()).isEqualTo(6);
        assertThat(place.entries(Layer.OCI)).isEmpty();
        // and when
        var pushed = one.record.bringThere();
        // then
        assertThat(pushed).containsEntry(Layer.SETUP, new Moved(6, 0)).containsEntry(Layer.OCI, new Moved(3, 3));
        assertThat(place.entries(Layer.OCI)).isEqualTo(oci);
        assertThat(states.read(Layer.OCI).version()).isEqualTo(3);
    }

    @Test
    void the_vault_goes_along_and_the_value_that_was_set_later_goes_on() throws Exception {
        // given
        var token = new SecretName("api-token");
        var key = new SecretName("auth-key");
        one.vault.write(token, Secret.of("first"));
        assertThat(one.layers.push(SOMEBODY)).isEqualTo(new Done(unmoved(), List.of(token)));
        // when: the other gets it, changes it, and has one of its own
        assertThat(other.layers.pull(SOMEBODY)).isEqualTo(new Done(unmoved(), List.of(token)));
        now = now.plusSeconds(60);
        other.vault.write(token, Secret.of("second"));
        other.vault.write(key, Secret.of("only there"));
        other.works(List.of());
        one.works(List.of());
        // then
        assertThat(one.vault.read(token)).contains(Secret.of("second"));
        assertThat(one.vault.read(key)).contains(Secret.of("only there"));
        assertThat(one.layers.push(SOMEBODY)).isEqualTo(new Done(unmoved(), List.of()));
    }

    private static Map<Layer, Moved> unmoved() {
        var moved = new EnumMap<Layer, Moved>(Layer.class);
        Layer.ALL.forEach(layer -> moved.put(layer, new Moved(0, 0)));
        return moved;
    }

    @Test
    void nothing_is_pushed_while_another_computer_writes() throws Exception {
        // given
        var lease = ((Locked) other.layers.lock(THEM)).lease();
        one.died(SampleEntries.ofSeed(1, 3));
        // when, then
        assertThat(one.layers.push(US)).isEqualTo(new Waiting(THEM));
        assertThat(place.entries(Layer.SETUP)).isEmpty();
        lease.close();
        assertThat(one.layers.push(US)).isInstanceOf(Done.class);
        assertThat(place.entries(Layer.SETUP)).hasSize(3);
    }

    @Test
    void a_run_outlives_a_place_that_does_not_answer() {
        // given
        var lost = new Computer(new SharedJournals() {
            @Override
            public Map<Layer, Long> versions() {
                throw new Silent("no answer from Object Storage");
            }

            @Override
            public List<JournalEntry> entries(Layer layer) {
                throw new Silent("no answer from Object Storage");
            }

            @Override
            public void share(Layer layer, long known, List<JournalEntry> entries) {
                throw new Silent("no answer from Object Storage");
            }
        });
        lost.died(SampleEntries.ofSeed(1, 3));
        var state = LayerState.empty(Layer.SETUP).after(lost.entries());
        // when
        lost.layers.publish(state);
        // then
        assertThat(lost.own.read(Layer.SETUP)).isEqualTo(state);
        assertThat(lost.notices)
                .singleElement()
                .asString()
                .contains("Version 3 of the state of setup could not be shared", "state push", "no answer");
    }
}
