package dev.freehold.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.engine.run.Planted.Saying;
import dev.freehold.engine.work.Steps;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.ProgressListener.Progress;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.Journals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRunTest {
    private final Bench bench = new Bench();

    private static SettingsFile settings(String email) {
        return new SettingsFile("settings", email, "example.ts.net", List.of());
    }

    @Test
    void an_intent_is_written_before_its_call_and_an_outcome_after_it() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("key"));
        var atTheCall = new ArrayList<String>();
        bench.systems.fate("create", "key", done -> {
            atTheCall.addAll(bench.sorts(Layer.SETUP));
            done.run();
        });
        // when
        bench.run(steps);
        // then
        assertThat(atTheCall).containsExactly("RunStarted", "Intended");
        assertThat(bench.sorts(Layer.SETUP)).containsExactly("RunStarted", "Intended", "Achieved", "RunFinished");
        var intended = (Intended) bench.entries(Layer.SETUP).get(1);
        assertThat(bench.systems.calls.getFirst().token()).contains(intended.token());
        assertThat(bench.store.read(Layer.SETUP)).isEqualTo(bench.state(Layer.SETUP));
    }

    @Test
    void work_starts_as_soon_as_what_it_depends_on_is_done_across_layers_too() {
        // given: an address needs the first key, and a second key takes as long as the first
        var steps = new Steps();
        int first = steps.create(Steps.key("first"));
        int second = steps.create(Steps.key("second"));
        steps.create(Steps.key("third"), second);
        steps.create(Steps.address("address"), first);
        // when
        var outcomes = bench.run(steps);
        // then: it starts while setup still goes on
        assertThat(outcomes.startedAt(3)).isEqualTo(Bench.START.plusSeconds(10));
        assertThat(outcomes.makespanMillis()).isEqualTo(20_000);
        assertThat(outcomes.criticalPathMillis()).isEqualTo(20_000);
    }

    @Test
    void outputs_of_what_a_step_depends_on_reach_its_driver() {
        // given: one is made, one is adopted, one stood before
        var before = new Steps();
        before.create(Steps.key("before"));
        bench.run(before);
        var steps = new Steps();
        int made = steps.create(Steps.key("made"));
        int adopted = steps.create(Steps.key("adopted"));
        steps.create(Steps.address("address"), made, adopted);
        bench.systems.failsOnceDone("create", "adopted", new Silent("no answer"));
        // when
        bench.run(steps);
        // then
        var known = bench.systems.calls.getLast().known();
        assertThat(List.of("made", "adopted", "before"))
                .allSatisfy(name -> assertThat(known.of(Steps.key(name).id()).map(Observed::outputs))
                        .containsInstanceOf(SshKey.class)
                        .map(outputs -> ((SshKey) outputs).privateKeyFile().text())
                        .contains("key-of-" + name));
        assertThat(known.of(Steps.key("nobody").id())).isEmpty();
    }

    @Test
    void a_full_system_is_asked_again_slowly_and_each_time_with_a_new_token() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address"));
        for (int i = 0; i < 2; i++) {
            bench.systems.fails("create", "address", new Saying(new NoRoom("Out of host capacity.")));
        }
        // when
        var outcomes = bench.run(steps);
        // then
        var calls = bench.systems.calls;
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(Planted.Call::token).distinct()).hasSize(3);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at())).isGreaterThan(Duration.ofMinutes(4));
        assertThat(outcomes.attempts(0)).isEqualTo(3);
        assertThat(bench.sorts(Layer.OCI))
                .containsExactly(
                        "RunStarted",
                        "Intended",
                        "NotDone",
                        "Intended",
                        "NotDone",
                        "Intended",
                        "Achieved",
                        "RunFinished");
    }

    @Test
    void a_busy_system_is_asked_again_with_the_same_token_no_sooner_than_it_said() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address"));
        bench.systems.fails("create", "address", new Busy("429 TooManyRequests", Duration.ofMinutes(3)));
        // when
        bench.run(steps);
        // then
        var calls = bench.systems.calls;
        assertThat(calls).hasSize(2);
        assertThat(calls.stream().map(Planted.Call::token).distinct()).hasSize(1);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void what_was_made_without_an_answer_is_found_and_adopted() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address"));
        bench.systems.failsOnceDone("create", "address", new Silent("no answer in 60 s"));
        // when
        bench.run(steps);
        // then
        assertThat(bench.systems.words()).containsExactly("create address", "observe address");
        var achieved = (Achieved) bench.entries(Layer.OCI).get(3);
        assertThat(achieved.how()).isEqualTo(Achieved.How.ADOPTED);
        assertThat(achieved.outputs()).isEqualTo(new Address(new Ocid("ocid-of-address"), Ipv4.parse("198.18.0.1")));
    }

    @Test
    void what_was_not_made_without_an_answer_is_asked_for_with_the_same_token() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address"));
        bench.systems.fails("create", "address", new Silent("no answer in 60 s"));
        // when
        bench.run(steps);
        // then
        assertThat(bench.systems.words()).containsExactly("create address", "observe address", "create address");
        assertThat(bench.systems.calls.getLast().token())
                .isEqualTo(bench.systems.calls.getFirst().token());
    }

    @Test
    void a_refusal_stops_what_depends_on_it_and_nothing_else() {
        // given
        var steps = new Steps();
        int refused = steps.create(Steps.key("refused"));
        int other = steps.create(Steps.key("other"));
        steps.create(Steps.address("dependent"), refused);
        steps.create(Steps.address("independent"), other);
        bench.systems.fails("create", "refused", new Saying(new Refused("LimitExceeded", "There is one already.")));
        // when
        var outcomes = bench.run(steps);
        // then
        assertThat(outcomes.end(0)).isEqualTo(StepOutcomes.End.FAILED);
        assertThat(outcomes.end(2)).isEqualTo(StepOutcomes.End.SKIPPED);
        assertThat(outcomes.cause(2)).isEqualTo(0);
        assertThat(outcomes.end(3)).isEqualTo(StepOutcomes.End.DONE);
        assertThat(outcomes.failure(0))
                .isEqualTo(new Failure(Failure.Kind.REFUSED, "LimitExceeded: There is one already."));
        assertThat(((RunFinished) bench.entries(Layer.OCI).getLast()).result()).isEqualTo(RunResult.FAILED);
        assertThat(bench.standing())
                .containsOnlyKeys(
                        Steps.key("other").id(), Steps.address("independent").id());
    }

    @Test
    void words_that_nobody_foresaw_leave_the_thing_in_doubt_and_the_next_run_looks_first() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address"));
        bench.systems.failsOnceDone("create", "address", new Unforeseen("418 I'm a teapot"));
        bench.run(steps);
        assertThat(bench.entries(Layer.OCI).get(2)).isInstanceOf(LeftInDoubt.class);
        assertThat(bench.standing().get(Steps.address("address").id())).isInstanceOf(InDoubt.class);
        // when
        bench.run(steps);
        // then
        assertThat(bench.systems.words()).containsExactly("create address", "observe address");
        assertThat(bench.standing().get(Steps.address("address").id())).isInstanceOf(Stands.class);
    }

    @Test
    void a_driver_that_breaks_its_contract_stops_its_own_step_alone() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("broken"));
        steps.create(Steps.key("sound"));
        bench.systems.fails("create", "broken", new IllegalArgumentException("index 3"));
        // when
        var outcomes = bench.run(steps);
        // then
        assertThat(outcomes.end(0)).isEqualTo(StepOutcomes.End.FAILED);
        assertThat(outcomes.end(1)).isEqualTo(StepOutcomes.End.DONE);
        assertThat(outcomes.failure(0)).extracting(Failure::words).asString().contains("bug in Freehold");
    }

    @Test
    void what_is_found_in_an_older_version_is_taken_into_the_state_and_changed() {
        // given: a settings file was written, the run heard no answer, and looked
        var steps = new Steps();
        steps.create(settings("new@example.org"));
        bench.systems.fate("create", "settings", _ -> {
            bench.systems.there.put(settings("old@example.org").id(), settings("old@example.org"));
            throw new Silent("no answer");
        });
        // when
        bench.run(steps);
        // then
        assertThat(bench.systems.words()).containsExactly("create settings", "observe settings", "update settings");
        assertThat(bench.there()).hasSize(1);
        assertThat(bench.systems.there).containsValue(settings("new@example.org"));
        assertThat(bench.standing().get(settings("").id()).node()).isEqualTo(settings("new@example.org"));
    }

    @Test
    void what_is_found_and_cannot_change_is_removed_first() {
        // given
        var steps = new Steps();
        var wanted = new SetupResource.SshKeyPair("key", "new");
        steps.create(wanted);
        bench.systems.fate("create", "key", _ -> {
            bench.systems.there.put(wanted.id(), new SetupResource.SshKeyPair("key", "old"));
            throw new Silent("no answer");
        });
        // when
        bench.run(steps);
        // then
        assertThat(bench.systems.words()).containsExactly("create key", "observe key", "delete key", "create key");
        assertThat(bench.systems.there).containsValue(wanted);
        assertThat(bench.standing().get(wanted.id()).node()).isEqualTo(wanted);
    }

    @Test
    void an_update_in_doubt_is_made_again_even_if_it_looks_done() {
        // given
        var before = settings("old@example.org");
        var wanted = settings("new@example.org");
        var first = new Steps();
        first.create(before);
        bench.run(first);
        var update = new Steps();
        update.add(Operation.UPDATE, wanted, before);
        bench.systems.failsOnceDone("update", "settings", new Unforeseen("what?"));
        bench.run(update);
        bench.systems.calls.clear();
        // when
        bench.run(update);
        // then
        assertThat(bench.systems.words()).containsExactly("observe settings", "update settings");
        assertThat(bench.standing().get(wanted.id())).isInstanceOf(Stands.class);
    }

    @Test
    void an_update_of_what_has_gone_meanwhile_creates_it() {
        // given
        var before = settings("old@example.org");
        var wanted = settings("new@example.org");
        var first = new Steps();
        first.create(before);
        bench.run(first);
        var update = new Steps();
        update.add(Operation.UPDATE, wanted, before);
        bench.systems.fails("update", "settings", new Unforeseen("what?"));
        bench.run(update);
        bench.systems.there.clear();
        bench.systems.calls.clear();
        // when
        bench.run(update);
        // then
        assertThat(bench.systems.words()).containsExactly("observe settings", "create settings");
        assertThat(bench.systems.there).containsValue(wanted);
        assertThat(bench.standing().get(wanted.id()).node()).isEqualTo(wanted);
    }

    @Test
    void a_removal_in_doubt_is_made_again_without_a_look() {
        // given
        var key = Steps.key("key");
        var first = new Steps();
        first.create(key);
        bench.run(first);
        var removal = new Steps();
        removal.delete(key);
        bench.systems.failsOnceDone("delete", "key", new Unforeseen("what?"));
        bench.run(removal);
        assertThat(bench.standing().get(key.id())).isInstanceOf(InDoubt.class);
        bench.systems.calls.clear();
        // when
        bench.run(removal);
        // then
        assertThat(bench.systems.words()).containsExactly("delete key");
        assertThat(bench.standing()).isEmpty();
    }

    @Test
    void a_busy_answer_after_a_silent_one_does_not_make_certain_what_is_not() {
        // given
        var key = Steps.key("key");
        var first = new Steps();
        first.create(key);
        bench.run(first);
        var removal = new Steps();
        removal.delete(key);
        bench.systems.failsOnceDone("delete", "key", new Silent("no answer"));
        bench.systems.fails("delete", "key", new Saying(new Refused("Conflict", "It is in use.")));
        // when
        bench.run(removal);
        // then
        assertThat(bench.sorts(Layer.SETUP).subList(4, 9))
                .containsExactly("RunStarted", "Intended", "LeftInDoubt", "Intended", "LeftInDoubt");
        assertThat(bench.standing().get(key.id())).isInstanceOf(InDoubt.class);
    }

    private static Gate gate() {
        return new Gate.CiliumReady(
                "cilium",
                new Ref<TalosResource.Kubeconfig>(new ResourceId("talos/kubeconfig/admin")),
                new Ref<SetupResource.CiliumManifest>(new ResourceId("setup/cilium-manifest/cilium")));
    }

    @Test
    void a_gate_that_is_not_passed_in_time_fails_with_what_was_seen() {
        // given
        var steps = new Steps();
        steps.add(Operation.AWAIT, gate());
        bench.systems.fails("await", "cilium", new Saying(new GateKeeper.Answer.NotInTime("2 of 3 agents run")));
        // when
        var outcomes = bench.run(steps);
        // then
        assertThat(outcomes.failure(0)).isEqualTo(new Failure(Failure.Kind.NOT_IN_TIME, "2 of 3 agents run"));
        assertThat(bench.entries(Layer.TALOS).get(2)).isInstanceOf(NotDone.class);
        assertThat(bench.standing()).isEmpty();
    }

    @Test
    void a_gate_that_was_passed_once_and_is_not_again_does_not_count_as_passed() {
        // given
        var steps = new Steps();
        steps.add(Operation.AWAIT, gate());
        bench.run(steps);
        bench.systems.fails("await", "cilium", new Saying(new GateKeeper.Answer.NotInTime("2 of 3 agents run")));
        // when
        bench.run(steps);
        // then
        assertThat(bench.standing().get(gate().id())).isInstanceOf(InDoubt.class);
    }

    @Test
    void a_gate_is_dropped_without_a_call() {
        // given
        var steps = new Steps();
        steps.add(Operation.AWAIT, gate());
        bench.run(steps);
        bench.systems.calls.clear();
        var removal = new Steps();
        removal.delete(gate());
        // when
        bench.run(removal);
        // then
        assertThat(bench.systems.calls).isEmpty();
        assertThat(bench.standing()).isEmpty();
    }

    @Test
    void an_interrupted_run_begins_nothing_more_says_so_and_can_be_gone_on_with() {
        // given
        var steps = new Steps();
        int first = steps.create(Steps.key("first"));
        steps.create(Steps.address("second"), first);
        var interrupting = new PlanRun[1];
        bench.systems.fate("create", "first", done -> {
            done.run();
            interrupting[0].interrupt();
        });
        // when
        var outcomes = bench.run(steps, List.of(), bench.journals, ProgressListener.NONE, run -> interrupting[0] = run);
        // then
        assertThat(outcomes.end(0)).isEqualTo(StepOutcomes.End.DONE);
        assertThat(outcomes.end(1)).isEqualTo(StepOutcomes.End.NEVER_BEGUN);
        assertThat(bench.systems.words()).containsExactly("create first");
        assertThat(bench.entries(Layer.OCI)).isEmpty();
        // when
        var rest = new Steps();
        rest.create(Steps.address("second"));
        bench.run(rest);
        // then
        assertThat(bench.systems.words()).containsExactly("create first", "create second");
    }

    @Test
    void a_call_that_is_cut_short_is_left_in_doubt_and_looked_after_by_the_next_run() {
        // given: both calls go out at once, and the first to come back interrupts
        var steps = new Steps();
        steps.create(Steps.key("quick"));
        steps.create(Steps.address("slow"));
        var interrupting = new PlanRun[1];
        bench.systems.fate("create", "quick", done -> {
            done.run();
            interrupting[0].interrupt();
        });
        // when
        var outcomes = bench.run(steps, List.of(), bench.journals, ProgressListener.NONE, run -> interrupting[0] = run);
        // then
        assertThat(outcomes.end(1)).isEqualTo(StepOutcomes.End.CUT_SHORT);
        assertThat(bench.sorts(Layer.OCI)).containsExactly("RunStarted", "Intended", "LeftInDoubt", "RunFinished");
        assertThat(((RunFinished) bench.entries(Layer.OCI).getLast()).result()).isEqualTo(RunResult.INTERRUPTED);
        // when
        bench.systems.calls.clear();
        var rest = new Steps();
        rest.create(Steps.address("slow"));
        bench.run(rest);
        // then
        assertThat(bench.systems.words()).containsExactly("observe slow", "create slow");
    }

    @Test
    void a_listener_may_interrupt_the_run_that_it_hears_of() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("one"));
        steps.create(Steps.key("two"));
        var interrupting = new PlanRun[1];
        // when
        var outcomes = bench.run(
                steps,
                List.of(),
                bench.journals,
                progress -> {
                    if (progress instanceof Progress.Started) {
                        interrupting[0].interrupt();
                    }
                },
                run -> interrupting[0] = run);
        // then
        assertThat(outcomes.end(0)).isEqualTo(StepOutcomes.End.CUT_SHORT);
        assertThat(outcomes.end(1)).isEqualTo(StepOutcomes.End.CUT_SHORT);
        assertThat(bench.there()).isEmpty();
    }

    @Test
    void a_run_that_is_interrupted_while_it_clears_the_way_makes_nothing_there() {
        // given: an old version is in the way, and its removal is under way
        var steps = new Steps();
        var wanted = new SetupResource.SshKeyPair("key", "new");
        steps.create(wanted);
        bench.systems.fate("create", "key", _ -> {
            bench.systems.there.put(wanted.id(), new SetupResource.SshKeyPair("key", "old"));
            throw new Silent("no answer");
        });
        var interrupting = new PlanRun[1];
        bench.systems.fate("delete", "key", done -> {
            done.run();
            interrupting[0].interrupt();
        });
        // when
        bench.run(steps, List.of(), bench.journals, ProgressListener.NONE, run -> interrupting[0] = run);
        // then
        assertThat(bench.systems.words()).containsExactly("create key", "observe key", "delete key");
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.there()).isEmpty();
    }

    @Test
    void what_a_listener_hears_is_recorded_already_and_what_it_throws_harms_nobody() {
        // given
        var steps = new Steps();
        int first = steps.create(Steps.key("first"));
        steps.create(Steps.key("second"), first);
        var recorded = new ArrayList<String>();
        // when
        var outcomes = bench.run(
                steps,
                List.of(),
                bench.journals,
                progress -> {
                    if (progress instanceof Progress.Done) {
                        recorded.addAll(bench.sorts(Layer.SETUP));
                    }
                    throw new IllegalStateException("The screen is gone.");
                },
                _ -> {});
        // then
        assertThat(recorded).startsWith("RunStarted", "Intended", "Achieved");
        assertThat(outcomes.firstFailed()).isEqualTo(-1);
        assertThat(bench.standing()).hasSize(2);
    }

    @Test
    void a_process_that_halts_writes_and_calls_nothing_more() {
        // given
        var steps = new Steps();
        int first = steps.create(Steps.key("first"));
        steps.create(Steps.key("beside"));
        steps.create(Steps.address("after"), first);
        bench.systems.fate("create", "first", _ -> {
            throw new ProcessHalted("here");
        });
        // then
        assertThatThrownBy(() -> bench.run(steps)).isInstanceOf(ProcessHalted.class);
        assertThat(bench.systems.words()).containsExactly("create first", "create beside");
        assertThat(bench.sorts(Layer.SETUP)).containsExactly("RunStarted", "Intended", "Intended");
    }

    @Test
    void a_point_to_come_back_to_is_kept_where_all_is_as_wanted() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("one"));
        steps.create(Steps.address("two"));
        bench.systems.fails("create", "two", new Saying(new Refused("No", "No.")));
        // when
        bench.run(
                steps, List.of(Steps.key("one"), Steps.address("two")), bench.journals, ProgressListener.NONE, _ -> {});
        // then
        assertThat(bench.state(Layer.SETUP).rollbackPoints()).hasSize(1);
        assertThat(bench.state(Layer.SETUP).rollbackPoints().getFirst().spec()).isEqualTo("name: test");
        assertThat(bench.state(Layer.OCI).rollbackPoints()).isEmpty();
        // when nothing changes any more
        bench.run(new Steps(), List.of(Steps.key("one")), bench.journals, ProgressListener.NONE, _ -> {});
        // then
        assertThat(bench.state(Layer.SETUP).rollbackPoints()).hasSize(1);
    }

    @Test
    void whoever_listens_hears_what_is_planned_and_how_it_goes() {
        // given
        var steps = new Steps();
        int first = steps.create(Steps.key("first"));
        steps.create(Steps.key("second"), first);
        bench.systems.fails("create", "first", new Busy("wait", null));
        bench.systems.fails("create", "second", new Saying(new Refused("No", "No.")));
        var heard = new ArrayList<Progress>();
        // when
        bench.run(steps, List.of(), bench.journals, heard::add, _ -> {});
        // then
        assertThat(heard.stream().map(progress -> progress.getClass().getSimpleName()))
                .containsExactly("Planned", "Started", "Waiting", "Started", "Done", "Started", "Failed");
        var planned = (Progress.Planned) heard.getFirst();
        assertThat(planned.steps().get(1).after())
                .containsExactly(Steps.key("first").id());
    }

    @Test
    void a_journal_that_can_not_be_written_stops_the_run() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("key"));
        Journals full = layer -> new Journal() {
            @Override
            public void append(JournalEntry entry) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }

            @Override
            public List<JournalEntry> entries() {
                return List.of();
            }
        };
        // then
        assertThatThrownBy(() -> bench.run(steps, List.of(), full, ProgressListener.NONE, _ -> {}))
                .hasMessageContaining("No space left");
        assertThat(bench.systems.calls).isEmpty();
    }
}
