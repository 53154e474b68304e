package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.Operation;
import java.time.Instant;
import java.util.List;

/// One thing that a run did or met. All that anybody can know of a run is a fold of its facts, see [FactFold]: most
/// are entries of a layer's journal, with the step that they are about; the rest is recorded nowhere, since the
/// next run would not do anything else for it.
sealed interface Fact {

    Instant at();

    /// What the journal says of it, in this order.
    default List<? extends JournalEntry> entries() {
        return List.of();
    }

    /// The work is known, and nothing of it is begun.
    record Planned(Instant at) implements Fact {}

    /// The run was told to stop: nothing new is begun.
    record Stopped(Instant at) implements Fact {}

    /// One that is about a step of the work.
    sealed interface OfStep extends Fact {
        int step();
    }

    /// One that a single entry tells of.
    sealed interface Recorded extends OfStep {
        JournalEntry entry();

        @Override
        default Instant at() {
            return entry().at();
        }

        @Override
        default List<? extends JournalEntry> entries() {
            return List.of(entry());
        }
    }

    /// A call that may change something is about to go out.
    record CallGoesOut(int step, Intended entry) implements Recorded {}

    /// The step is done: made, removed, or found as it is wanted.
    record Done(int step, Achieved entry) implements Recorded {}

    /// Something came of the step, and there is more to do: what stood in its way is gone, or what was found
    /// there is not yet as it is wanted.
    record DoneInPart(int step, Achieved entry) implements Recorded {}

    /// A call did certainly not do what it was to do.
    record CallCameToNothing(int step, NotDone entry) implements Recorded {}

    /// A call may have done what it was to do.
    record CallLeftInDoubt(int step, LeftInDoubt entry) implements Recorded {}

    /// A look is about to go out.
    record LookGoesOut(Instant at, int step) implements OfStep {}

    /// A look found nothing.
    ///
    /// @param entries that what stood there before is gone; none where nothing stood
    record NothingFound(Instant at, int step, List<JournalEntry> entries) implements OfStep {}

    /// The driver said how far it is.
    record DriverSaid(Instant at, int step, String words) implements OfStep {}

    /// It will be tried again.
    ///
    /// @param attempts how many calls for the step there have been
    record WaitsToTryAgain(Instant at, int step, String why, Instant until, int attempts) implements OfStep {}

    /// The step has failed for good.
    ///
    /// @param operation what was to be done for it last
    record GivenUp(Instant at, int step, Operation operation, Failure failure) implements OfStep {}

    /// The step won't be begun.
    ///
    /// @param because the step whose failure is the cause
    record Skipped(Instant at, int step, int because) implements OfStep {}
}
