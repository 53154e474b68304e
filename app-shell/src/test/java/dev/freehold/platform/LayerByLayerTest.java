package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.layer.LayerOutputs;
import dev.freehold.domain.plan.Dependents;
import dev.freehold.domain.plan.LeftStanding;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Settings;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.DestroyPlatform;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.deploy.RollbackLayer;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.deploy.RunReport;
import dev.freehold.engine.deploy.RunReport.PhaseReport;
import dev.freehold.engine.deploy.RunReport.ResourceResult;
import dev.freehold.engine.inspect.PlatformStatus;
import dev.freehold.engine.inspect.PlatformStatus.LayerStatus;
import dev.freehold.engine.inspect.RunHistory;
import dev.freehold.engine.pace.Pace;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.ProgressListener.Progress;
import dev.freehold.ports.person.Questions;
import dev.freehold.ports.person.Questions.Approval;
import dev.freehold.ports.state.LayerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Layers deployed, destroyed and taken back on their own, and what is asked and refused on the way.
class LayerByLayerTest {
    private static final Spec SPEC = DefaultSpec.threeNode();

    private final Platform platform = new Platform(SPEC, 0);

    private RunOutcome deploy(Layer... phases) {
        return platform.deploy(Platform.wanted(SPEC), List.of(phases), Pace.USUAL);
    }

    private RunOutcome deployAsking(Questions questions) {
        return new DeployPlatform(platform.process())
                .deploy(
                        new DeployPlatform.Request(
                                Platform.wanted(SPEC), List.of(), Consent.ASKED_FOR_EACH_LAYER, Platform.BY),
                        new Audience(ProgressListener.NONE, questions, new StopSign()));
    }

    private long standing(Layer layer) {
        return platform.states().of(layer).nodes().size();
    }

    @Test
    void a_layer_brings_along_what_it_needs_of_earlier_ones_and_no_more() {
        // when
        var outcome = deploy(Layer.OCI);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(standing(Layer.OCI)).isEqualTo(21);
        assertThat(standing(Layer.IMAGES)).isPositive();
        assertThat(standing(Layer.SETUP)).isPositive().isLessThan(14);
        assertThat(standing(Layer.PROXMOX)).isZero();
        // and only the layer that was asked for is complete
        assertThat(platform.states().of(Layer.OCI).rollbackPoints()).hasSize(1);
        assertThat(platform.states().of(Layer.SETUP).rollbackPoints()).isEmpty();
        assertThat(platform.flaws()).isEmpty();
    }

    @Test
    void deployed_layer_by_layer_it_is_the_platform_that_is_deployed_at_once() {
        // when
        for (var layer : Layer.ALL) {
            assertThat(deploy(layer).report().result()).isEqualTo(RunResult.SUCCEEDED);
        }
        // then
        var atOnce = new Platform(SPEC, 0);
        atOnce.deploy(SPEC);
        assertThat(platform.differsFrom(atOnce)).isEmpty();
        assertThat(platform.pending(SPEC, true)).isEmpty();
    }

    @Test
    void without_approval_it_asks_before_each_layer_and_works_on_none_before_the_answer() {
        // given
        var asked = new ArrayList<String>();
        var standing = new ArrayList<Integer>();
        // when
        var outcome = deployAsking(question -> {
            asked.add(question);
            standing.add(platform.states().standing().size());
            return Approval.GIVEN;
        });
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(asked).hasSize(5);
        assertThat(asked.get(2))
                .isEqualTo("Deploy the oci layer: 21 to create, 0 to update, 0 to replace, 0 to delete?");
        assertThat(standing).containsExactly(0, 14, 27, 48, 82);
    }

    @Test
    void what_is_not_approved_is_not_begun_and_what_was_stays() {
        // when
        var outcome = deployAsking(question -> question.contains("oci") ? Approval.DENIED : Approval.GIVEN);
        // then
        assertThat(outcome.refusal()).contains(new Refusal.NotApproved(Layer.OCI, Refusal.NotApproved.Approval.DENIED));
        assertThat(outcome.report().result()).isEqualTo(RunResult.REFUSED);
        assertThat(outcome.report().phases())
                .extracting(PhaseReport::result)
                .containsExactly(
                        RunResult.SUCCEEDED,
                        RunResult.SUCCEEDED,
                        RunResult.REFUSED,
                        RunResult.REFUSED,
                        RunResult.REFUSED);
        assertThat(standing(Layer.IMAGES)).isEqualTo(13);
        assertThat(platform.states().of(Layer.IMAGES).rollbackPoints()).hasSize(1);
        assertThat(standing(Layer.OCI)).isZero();
    }

    @Test
    void where_nobody_is_there_to_ask_nothing_is_done() {
        // when
        var outcome = deployAsking(_ -> Approval.NOBODY_THERE);
        // then
        assertThat(outcome.refusal())
                .contains(new Refusal.NotApproved(Layer.SETUP, Refusal.NotApproved.Approval.NOBODY_THERE));
        assertThat(platform.world.isEmpty()).isTrue();
        assertThat(platform.states().standing()).isEmpty();
    }

    @Test
    void work_of_different_layers_overlaps_where_it_was_approved_beforehand() {
        // when
        var together = deploy().report();
        var asking = new Platform(SPEC, 0);
        var apart = new DeployPlatform(asking.process())
                .deploy(
                        new DeployPlatform.Request(
                                Platform.wanted(SPEC), List.of(), Consent.ASKED_FOR_EACH_LAYER, Platform.BY),
                        new Audience(ProgressListener.NONE, _ -> Approval.GIVEN, new StopSign()))
                .report();
        // then
        assertThat(together.makespanSeconds()).isLessThan(apart.makespanSeconds());
        assertThat(together.makespanSeconds())
                .isLessThan(together.phases().stream()
                        .mapToDouble(PhaseReport::seconds)
                        .sum());
    }

    @Test
    void above_the_allowance_nothing_is_begun() {
        // when: three hosts where two are allowed
        var outcome = platform.deploy(Specs.withAllowance(SPEC, "always-free-2026-06"));
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.REFUSED);
        assertThat(outcome.refusal()).get().isInstanceOf(Refusal.AboveAllowance.class);
        assertThat(platform.world.isEmpty()).isTrue();
        assertThat(platform.states().standing()).isEmpty();
    }

    @Test
    void a_second_writer_is_told_who_holds_the_right() throws Exception {
        // given
        var holder = new LayerStore.Holder(
                4711, "deploy all", platform.process().timeline().now());
        var lease = ((LayerStore.LockAnswer.Locked) platform.layers.lock(holder)).lease();
        // when
        var outcome = deploy();
        // then
        assertThat(outcome.refusal()).contains(new Refusal.HeldBy(holder));
        assertThat(platform.world.isEmpty()).isTrue();
        // when
        lease.close();
        // then
        assertThat(deploy().report().result()).isEqualTo(RunResult.SUCCEEDED);
    }

    @Test
    void a_layer_that_others_stand_on_is_not_destroyed() {
        // given
        deploy();
        var before = platform.world.snapshot();
        // when
        var outcome = platform.destroy(Layer.OCI);
        // then
        assertThat(outcome.refusal())
                .get()
                .isInstanceOfSatisfying(
                        Refusal.StoodOn.class,
                        refusal -> assertThat(refusal.obstacles())
                                .extracting(LeftStanding::standing)
                                .contains(new ResourceId("proxmox/post-install/ampere-1")));
        assertThat(platform.world.snapshot()).isEqualTo(before);
    }

    @Test
    void cascading_takes_what_stands_on_it_too_and_leaves_the_rest() {
        // given
        deploy();
        // when
        var outcome = new DestroyPlatform(platform.process())
                .destroy(
                        new DestroyPlatform.Request(
                                List.of(Layer.OCI), Dependents.GO_TOO, Consent.GIVEN_BEFOREHAND, Platform.BY),
                        Audience.nobody());
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(standing(Layer.SETUP)).isEqualTo(14);
        assertThat(standing(Layer.IMAGES)).isEqualTo(13);
        assertThat(standing(Layer.OCI) + standing(Layer.PROXMOX) + standing(Layer.TALOS))
                .isZero();
        assertThat(outcome.report().phases())
                .extracting(PhaseReport::phase)
                .containsExactly(Phase.TALOS, Phase.PROXMOX, Phase.OCI);
        // when
        assertThat(deploy().report().result()).isEqualTo(RunResult.SUCCEEDED);
        // then
        assertThat(platform.flaws()).isEmpty();
    }

    @Test
    void the_last_layer_can_be_destroyed_and_deployed_again_alone() {
        // given
        deploy();
        // when
        var destroyed = platform.destroy(Layer.TALOS);
        var deployed = deploy(Layer.TALOS);
        // then
        assertThat(destroyed.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(deployed.report().resources())
                .hasSize(destroyed.report().resources().size());
        assertThat(platform.pending(SPEC, true)).isEmpty();
    }

    private static Spec everyFiveMinutes(Spec spec) {
        var gitops = spec.cluster().gitops();
        return Specs.withGitops(
                spec, new GitopsSpec(gitops.repository(), gitops.branch(), gitops.path(), Duration.ofMinutes(5)));
    }

    @Test
    void a_layer_goes_back_to_what_it_was_before() {
        // given
        var changed = everyFiveMinutes(SPEC);
        platform.deploy(SPEC);
        var first = platform.world.snapshot();
        platform.deploy(changed);
        assertThat(platform.world.snapshot()).isNotEqualTo(first);
        // when
        RunReport report = rollback(OptionalInt.empty()).report();
        // then
        assertThat(report.result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(report.resources()).isNotEmpty().allMatch(one -> one.id().phase() == Phase.TALOS);
        assertThat(platform.states().of(Layer.TALOS).rollbackPoints())
                .extracting(RollbackPointKept::spec)
                .containsExactly(SPEC.toString(), changed.toString(), SPEC.toString());
        // when
        rollback(OptionalInt.of(2));
        // then
        assertThat(platform.pending(changed, true)).isEmpty();
    }

    private RunOutcome rollback(OptionalInt number) {
        return new RollbackLayer(
                        platform.process(), text -> text.equals(SPEC.toString()) ? SPEC : everyFiveMinutes(SPEC))
                .rollback(
                        new RollbackLayer.Request(Layer.TALOS, number, Consent.GIVEN_BEFOREHAND, Platform.BY),
                        Audience.nobody());
    }

    @Test
    void there_is_no_way_back_to_a_point_that_was_never_kept() {
        // given
        deploy();
        // then
        assertThat(rollback(OptionalInt.of(7)).refusal()).contains(new Refusal.NoSuchPoint(Layer.TALOS, List.of(1)));
        assertThat(rollback(OptionalInt.empty()).refusal()).contains(new Refusal.NoSuchPoint(Layer.TALOS, List.of(1)));
    }

    @Test
    void interrupted_anywhere_it_stops_safely_and_goes_on() {
        // given: a person who stops it when the machines are being launched
        var stop = new StopSign();
        var outcome = new DeployPlatform(platform.process())
                .deploy(
                        new DeployPlatform.Request(
                                Platform.wanted(SPEC), List.of(), Consent.GIVEN_BEFOREHAND, Platform.BY),
                        new Audience(
                                progress -> {
                                    if (progress instanceof Progress.Started start
                                            && start.id().kind().equals("instance")) {
                                        stop.raise();
                                    }
                                },
                                _ -> Approval.NOBODY_THERE,
                                stop));
        assertThat(outcome.report().result()).isEqualTo(RunResult.INTERRUPTED);
        assertThat(outcome.report().resources()).anyMatch(one -> one.result() == ResourceResult.INTERRUPTED);
        // when
        var again = deploy();
        // then
        assertThat(again.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.madeTwice()).isEmpty();
        assertThat(platform.flaws()).isEmpty();
    }

    @Test
    void a_full_region_is_hunted_in_and_costs_time_only() {
        // given
        platform.befallenBy(
                Fault.once("oci/instance/ampere-2", Act.CREATE, Mishap.NO_ROOM),
                Fault.once("oci/instance/ampere-2", Act.CREATE, Mishap.NO_ROOM));
        // when
        var report = deploy().report();
        // then
        assertThat(report.result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(report.resources())
                .filteredOn(one -> one.id().text().equals("oci/instance/ampere-2"))
                .singleElement()
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(3))
                .satisfies(one -> assertThat(one.seconds()).isGreaterThan(480));
    }

    @Test
    void what_others_did_behind_its_back_is_drift() {
        // given
        deploy();
        var now = platform.process().timeline().now();
        platform.world.remove(new ResourceId("talos/flux-sync/homelab"), now);
        // when
        var drift = platform.drift();
        // then
        assertThat(drift.drifted())
                .singleElement()
                .satisfies(one -> assertThat(one.what()).isEqualTo("presence"))
                .satisfies(one -> assertThat(one.id().text()).isEqualTo("talos/flux-sync/homelab"));
        assertThat(platform.pending(SPEC, false)).isEmpty();
        assertThat(platform.pending(SPEC, true)).first().asString().startsWith("CREATE talos/flux-sync/homelab");
    }

    @Test
    void everything_that_was_done_can_be_told_afterwards() {
        // given
        deploy();
        platform.destroy(Layer.TALOS);
        var history = new RunHistory(platform.journals);
        // then
        assertThat(history.runs()).hasSize(2);
        var first = history.runs().getFirst();
        assertThat(first.changes()).isEqualTo(110);
        assertThat(first.layers()).isEqualTo(Layer.ALL);
        assertThat(first.result()).contains(RunResult.SUCCEEDED);
        assertThat(history.runs().getLast().layers()).containsExactly(Layer.TALOS);
        assertThat(history.events(first.id())).hasSizeGreaterThan(220);
        var explained = history.explain(new ResourceId("oci/instance/ampere-1")).orElseThrow();
        assertThat(explained.entries()).hasSize(2);
        assertThat(explained.dependsOn()).contains(new ResourceId("oci/subnet/homelab"));
        assertThat(explained.dependents()).contains(new ResourceId("proxmox/post-install/ampere-1"));
        assertThat(history.explain(new ResourceId("oci/instance/nobody"))).isEmpty();
    }

    @Test
    void each_layer_publishes_what_the_next_and_scripts_take_from_it() {
        // given
        deploy();
        // then
        assertThat(outputs(Layer.SETUP))
                .contains(
                        "sshPrivateKeyFile",
                        "sshPublicKey",
                        "ociConfigFile",
                        "ageIdentityFile",
                        "ageRecipient",
                        "fluxRepositoryFolder");
        assertThat(outputs(Layer.IMAGES)).contains("baseImageId", "proxmoxImageId");
        assertThat(outputs(Layer.OCI)).contains("hosts", "bastionPublicIp", "ingressPublicIp");
        assertThat(outputs(Layer.PROXMOX)).contains("apiUrl", "apiFingerprint");
        assertThat(outputs(Layer.TALOS)).contains("kubeconfigFile", "talosconfigFile", "endpoint");
    }

    private List<String> outputs(Layer layer) {
        return List.copyOf(Settings.ofRecord(LayerOutputs.of(platform.layers.read(layer)))
                .members()
                .keySet());
    }

    @Test
    void status_counts_what_is_wanted_and_what_is_there() {
        // given
        deploy(Layer.SETUP);
        // then
        assertThat(new PlatformStatus(platform.process()).of(Platform.wanted(SPEC)))
                .containsExactly(
                        new LayerStatus(Layer.SETUP, 14, 14, 1),
                        new LayerStatus(Layer.IMAGES, 13, 0, 0),
                        new LayerStatus(Layer.OCI, 21, 0, 0),
                        new LayerStatus(Layer.PROXMOX, 34, 0, 0),
                        new LayerStatus(Layer.TALOS, 28, 0, 0));
    }
}
