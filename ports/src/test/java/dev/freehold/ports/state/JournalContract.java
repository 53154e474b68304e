package dev.freehold.ports.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Journal] does.
public interface JournalContract {

    /// One layer's journal, empty when a test starts. Asked again within a test it is the same journal, as a
    /// later command would find it.
    Journal journal();

    @Test
    default void a_journal_that_nothing_was_written_to_is_empty() {
        assertThat(journal().entries()).isEmpty();
        assertThat(journal().entriesAfter(0)).isEmpty();
    }

    @Test
    default void entries_of_every_sort_come_back_as_they_were_in_their_order() {
        // given
        var journal = journal();
        var entries = SampleEntries.ofEverySort();
        // when
        entries.forEach(journal::append);
        // then
        assertThat(journal.entries()).isEqualTo(entries);
        assertThat(journal().entries()).isEqualTo(entries);
    }

    @Test
    default void entries_added_together_stand_in_their_order_behind_what_was_there() {
        // given
        var entries = SampleEntries.ofSeed(4, 7);
        journal().append(entries.getFirst());
        // when
        journal().appendAll(entries.subList(1, 7));
        journal().appendAll(List.of());
        // then
        assertThat(journal().entries()).isEqualTo(entries);
    }

    @Test
    default void a_later_command_adds_behind_what_is_there() {
        // given
        var entries = SampleEntries.ofSeed(1, 9);
        var first = journal();
        entries.subList(0, 4).forEach(first::append);
        // when
        var second = journal();
        entries.subList(4, 9).forEach(second::append);
        // then
        assertThat(journal().entries()).isEqualTo(entries);
        assertThat(first.entries()).isEqualTo(entries);
    }

    @Test
    default void what_was_read_does_not_change_under_its_reader() {
        // given
        var journal = journal();
        var entries = SampleEntries.ofSeed(2, 3);
        journal.append(entries.get(0));
        var read = journal.entries();
        // when
        journal.append(entries.get(1));
        // then
        assertThat(read).containsExactly(entries.get(0));
    }

    @Test
    default void entries_after_a_version_are_those_not_folded_yet() {
        // given
        var entries = SampleEntries.ofSeed(3, 8);
        entries.forEach(journal()::append);
        for (int version = 0; version <= 8; version++) {
            // when
            var rest = journal().entriesAfter(version);
            // then
            assertThat(rest).isEqualTo(entries.subList(version, 8));
        }
    }

    @Test
    default void a_version_that_the_journal_has_not_reached_means_damage() {
        // given
        journal().append(SampleEntries.ofSeed(4, 1).getFirst());
        // then
        assertThatThrownBy(() -> journal().entriesAfter(2)).isInstanceOf(DamagedJournal.class);
    }

    @Test
    default void what_an_interrupted_worker_achieved_is_written_down_all_the_same() {
        // given
        var journal = journal();
        var entries = SampleEntries.ofSeed(5, 3);
        journal.append(entries.get(0));
        boolean stillInterrupted;
        // when
        Thread.currentThread().interrupt();
        try {
            journal.append(entries.get(1));
        } finally {
            stillInterrupted = Thread.interrupted();
        }
        journal.append(entries.get(2));
        // then
        assertThat(stillInterrupted).isTrue();
        assertThat(journal().entries()).isEqualTo(entries);
    }

    @Test
    default void workers_that_append_at_once_lose_nothing() throws InterruptedException {
        // given
        var journal = journal();
        var entries = SampleEntries.ofSeed(6, 64);
        var workers = new ArrayList<Thread>();
        // when
        for (int worker = 0; worker < 4; worker++) {
            List<JournalEntry> mine = entries.subList(worker * 16, worker * 16 + 16);
            workers.add(Thread.ofVirtual().start(() -> mine.forEach(journal::append)));
        }
        for (var worker : workers) {
            worker.join();
        }
        // then
        var written = journal().entries();
        assertThat(written).containsExactlyInAnyOrderElementsOf(entries);
        for (int worker = 0; worker < 4; worker++) {
            assertThat(written).containsSubsequence(entries.subList(worker * 16, worker * 16 + 16));
        }
    }
}
