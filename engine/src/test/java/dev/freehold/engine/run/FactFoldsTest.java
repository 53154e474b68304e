package dev.freehold.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.run.RunTerms.Identity;
import dev.freehold.engine.run.RunTerms.Records;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.work.Steps;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.person.ProgressListener.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What each of those who fold the facts of a run makes of them, without a run.
class FactFoldsTest {
    private static final RunId RUN = new RunId("run-1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Failure SILENCE = new Failure(Failure.Kind.SILENT, "no answer");

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static Fact goesOut(int step, Node node, long seconds) {
        return new Fact.CallGoesOut(
                step, new Intended(RUN, after(seconds), Operation.CREATE, node, new Token("t" + step), 1));
    }

    private static Fact done(int step, Node node, long seconds) {
        return new Fact.Done(step, new Achieved(RUN, after(seconds), Operation.CREATE, node, Outputs.NONE, How.MADE));
    }

    private static Work twoAddresses() {
        var steps = new Steps();
        steps.create(Steps.address("one"));
        steps.create(Steps.address("two"));
        return steps.work();
    }

    @Test
    void outcomes_begin_with_the_first_call_or_look_and_count_calls_alone() {
        // given
        var outcomes = new StepOutcomes(twoAddresses());
        // when
        outcomes.on(new Fact.LookGoesOut(after(5), 0));
        outcomes.on(new Fact.NothingFound(after(6), 0, List.of()));
        outcomes.on(goesOut(0, Steps.address("one"), 7));
        outcomes.on(done(0, Steps.address("one"), 9));
        outcomes.on(new Fact.GivenUp(after(20), 1, Operation.CREATE, SILENCE));
        // then
        assertThat(outcomes.startedAt(0)).isEqualTo(after(5));
        assertThat(outcomes.tookMillis(0)).isEqualTo(4_000);
        assertThat(outcomes.attempts(0)).isEqualTo(1);
        assertThat(outcomes.firstFailed()).isEqualTo(1);
    }

    @Test
    void narration_says_nothing_that_is_not_recorded_but_what_the_driver_says() {
        // given
        var heard = new ArrayList<Progress>();
        var narration = new Narration(heard::add, twoAddresses());
        // when
        narration.on(goesOut(0, Steps.address("one"), 0));
        narration.on(new Fact.DriverSaid(after(1), 0, "half way"));
        narration.tell();
        // then
        assertThat(heard)
                .containsExactly(
                        new Progress.Remark(after(1), Steps.address("one").id(), "half way"));
        // when
        narration.on(done(0, Steps.address("one"), 3));
        narration.recorded();
        narration.tell();
        // then
        assertThat(heard)
                .hasSize(3)
                .last()
                .isEqualTo(new Progress.Done(
                        after(3), Steps.address("one").id(), Operation.CREATE, How.MADE, Duration.ofSeconds(3)));
    }

    /// How the journal of the oci layer says that the run ended there, when its second step is skipped.
    private static RunResult endWhere(Fact... before) {
        var journals = new MemoryJournals();
        var records = new Records(PerLayer.of(layer -> LayerRecord.of(layer, List.of())), journals, null, null);
        var logs = new LayerLogs(twoAddresses(), new Identity(RUN, "deploy"), records);
        logs.on(goesOut(0, Steps.address("one"), 0));
        for (var fact : before) {
            logs.on(fact);
        }
        logs.on(new Fact.Skipped(after(9), 1, 0));
        return ((RunFinished) journals.of(Layer.OCI).entries().getLast()).result();
    }

    @Test
    void a_layer_is_closed_with_its_last_step_and_says_how_it_ended() {
        var failed = new Fact.GivenUp(after(1), 0, Operation.CREATE, SILENCE);
        assertThat(endWhere(failed)).isEqualTo(RunResult.FAILED);
        assertThat(endWhere(new Fact.Stopped(after(1)), failed)).isEqualTo(RunResult.INTERRUPTED);
    }

    @Test
    void a_layer_of_which_all_is_done_succeeded_and_is_written_at_once() {
        // given
        var journals = new MemoryJournals();
        var records = new Records(PerLayer.of(layer -> LayerRecord.of(layer, List.of())), journals, null, null);
        var logs = new LayerLogs(twoAddresses(), new Identity(RUN, "deploy"), records);
        // when
        for (int step = 0; step < 2; step++) {
            var node = Steps.address(step == 0 ? "one" : "two");
            logs.on(goesOut(step, node, step));
            logs.on(done(step, node, 10 + step));
        }
        // then
        assertThat(journals.of(Layer.OCI).entries())
                .hasSize(6)
                .last()
                .isEqualTo(new RunFinished(RUN, after(11), RunResult.SUCCEEDED));
    }
}
