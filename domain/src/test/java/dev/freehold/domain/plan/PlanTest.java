package dev.freehold.domain.plan;

import static dev.freehold.domain.plan.Played.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.plan.Reason.BroughtAlong;
import dev.freehold.domain.plan.Reason.DependencyChanged;
import dev.freehold.domain.plan.Reason.Drifted;
import dev.freehold.domain.plan.Reason.LeftInDoubt;
import dev.freehold.domain.plan.Reason.NoLongerWanted;
import dev.freehold.domain.plan.Reason.NotThereYet;
import dev.freehold.domain.plan.Reason.SettingsChanged;
import dev.freehold.domain.plan.Reason.StandsOnReplaced;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.AccessSpec;
import dev.freehold.domain.spec.AccountSpec;
import dev.freehold.domain.spec.ClusterSpec;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Blueprint DEFAULT = drawn(DefaultSpec.threeNode());
    private static final ResourceId AMPERE_3 = new ResourceId("oci/instance/ampere-3");

    private static Blueprint drawn(Spec spec) {
        return Blueprint.draw(spec, ImageSupply.PREBUILT);
    }

    private static Blueprint withSettingsOf(Node changed) {
        var nodes = new ArrayList<Node>();
        DEFAULT.nodes().forEach(node -> nodes.add(node.id().equals(changed.id()) ? changed : node));
        return Blueprint.of(nodes);
    }

    private static Instance ampere3() {
        return (Instance) DEFAULT.find(AMPERE_3).orElseThrow();
    }

    private static Instance resized(Instance one) {
        return new Instance(
                one.name(),
                one.purpose(),
                new Instance.Size(
                        one.size().shape(),
                        one.size().ocpus(),
                        one.size().memory().plus(one.size().memory()),
                        one.size().bootVolume(),
                        one.size().dataPartition()),
                new Instance.Vnic(
                        one.vnic().address(), one.vnic().publicIp(), one.vnic().subnet()),
                new Instance.Boot(one.boot().image(), one.boot().bootableBy()),
                one.securityGroups(),
                one.sshKey(),
                one.guards(),
                one.tailnet());
    }

    private static Instance readdressed(Instance one) {
        return new Instance(
                one.name(),
                one.purpose(),
                new Instance.Size(
                        one.size().shape(),
                        one.size().ocpus(),
                        one.size().memory(),
                        one.size().bootVolume(),
                        one.size().dataPartition()),
                new Instance.Vnic(
                        one.vnic().address().plus(50),
                        one.vnic().publicIp(),
                        one.vnic().subnet()),
                new Instance.Boot(one.boot().image(), one.boot().bootableBy()),
                one.securityGroups(),
                one.sshKey(),
                one.guards(),
                one.tailnet());
    }

    private static Change change(Plan plan, String id) {
        return plan.changes().stream()
                .filter(change -> change.id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Plan plan, Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .map(change -> change.id().text())
                .toList();
    }

    @Test
    void an_empty_platform_is_created() {
        var plan = Plan.of(Map.of(), DEFAULT, ALL);
        assertThat(plan.summary()).isEqualTo(new Summary(DEFAULT.size(), 0, 0, 0, 0, 0));
        assertThat(plan.changes())
                .allSatisfy(change -> assertThat(change.reasons()).containsExactly(new NotThereYet()));
        assertThat(plan.steps().stream().map(Step::operation)).containsOnly(Operation.CREATE, Operation.AWAIT);
    }

    @Test
    void a_standing_platform_is_kept() {
        var plan = Plan.of(Played.all(DEFAULT).standing(), DEFAULT, ALL);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.summary()).isEqualTo(new Summary(0, 0, 0, 0, DEFAULT.size(), 0));
        assertThat(plan.summary().changesNothing()).isTrue();
    }

    @Test
    void a_setting_that_can_change_in_place_is_updated_and_nothing_else() {
        var plan = Plan.of(Played.all(DEFAULT).standing(), withSettingsOf(resized(ampere3())), ALL);
        assertThat(ids(plan, Action.UPDATE)).containsExactly(AMPERE_3.text());
        assertThat(change(plan, AMPERE_3.text()).reasons()).hasOnlyElementsOfType(SettingsChanged.class);
        assertThat(change(plan, AMPERE_3.text()).settings().getFirst().setting())
                .isEqualTo("memory");
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().before()).isEqualTo(ampere3());
    }

    @Test
    void a_setting_that_cannot_replaces_it_and_all_that_stands_on_it_and_gates_are_awaited_again() {
        var plan = Plan.of(Played.all(DEFAULT).standing(), withSettingsOf(readdressed(ampere3())), ALL);
        assertThat(ids(plan, Action.REPLACE))
                .contains(
                        AMPERE_3.text(),
                        "oci/tailnet-membership/ampere-3",
                        "proxmox/post-install/ampere-3",
                        "proxmox/cluster-member/ampere-3",
                        "proxmox/ceph-osd/ampere-3")
                .doesNotContain("oci/instance/ampere-1", "proxmox/cluster/homelab", "proxmox/ceph-pool/homelab");
        assertThat(change(plan, "proxmox/cluster-member/ampere-3").reasons())
                .contains(new StandsOnReplaced(new ResourceId("proxmox/post-install/ampere-3")));
        assertThat(change(plan, "proxmox/ceph-pool/homelab").reasons())
                .containsExactly(new DependencyChanged(new ResourceId("proxmox/ceph-osd/ampere-3")));
        assertThat(ids(plan, Action.UPDATE)).contains("proxmox/quorum/homelab", "proxmox/ceph-healthy/homelab");
        assertThat(plan.blockedBy()).isEmpty();
    }

    @Test
    void what_later_layers_stand_on_is_not_replaced_without_them() {
        var standing = Played.all(DEFAULT).standing();
        var plan = Plan.of(standing, withSettingsOf(readdressed(ampere3())), EnumSet.of(Layer.OCI));
        assertThat(plan.blockedBy())
                .contains(new LeftStanding(new ResourceId("proxmox/post-install/ampere-3"), AMPERE_3));
        assertThat(plan.blockedBy().getFirst().words())
                .isEqualTo("proxmox/post-install/ampere-3 stands on oci/instance/ampere-3");
        assertThat(plan.changes()).allMatch(change -> change.id().phase() == Phase.OCI);
    }

    @Test
    void content_that_is_handed_on_is_handed_on_again() {
        var changed = new Vary(DefaultSpec.threeNode()).spec();
        var apps = new Spec(
                changed.name(),
                new AccountSpec(
                        changed.account().allowance(),
                        changed.account().region(),
                        changed.account().compartment(),
                        changed.account().acceptUsdPerMonth(),
                        changed.account().budget()),
                changed.state(),
                changed.network(),
                changed.nodes(),
                new AccessSpec(
                        changed.access().ingress(),
                        changed.access().loadBalancer(),
                        changed.access().mesh()),
                changed.ceph(),
                new ClusterSpec(
                        changed.cluster().kubernetes(),
                        changed.cluster().gitops(),
                        List.of("tailscale-operator", "cert-manager")),
                changed.images(),
                changed.protect());
        var plan = Plan.of(Played.all(DEFAULT).standing(), drawn(apps), ALL);
        assertThat(ids(plan, Action.UPDATE))
                .containsExactly(
                        "setup/flux-repository/homelab",
                        "talos/repository-push/homelab",
                        "talos/flux-source/homelab",
                        "talos/flux-sync/homelab",
                        "talos/app-ready/tailscale-operator",
                        "talos/app-ready/cert-manager");
        assertThat(ids(plan, Action.DELETE))
                .containsExactlyInAnyOrder(
                        "talos/app-ready/alloy",
                        "talos/kubernetes-namespace/monitoring",
                        "setup/encrypted-secret/grafana-cloud");
        assertThat(change(plan, "talos/app-ready/alloy").reasons()).containsExactly(new NoLongerWanted());
        assertThat(ids(plan, Action.REPLACE)).isEmpty();
    }

    @Test
    void what_had_to_follow_an_earlier_runs_change_still_follows() {
        // given: the repository was changed by a deployment of setup alone
        var played = Played.all(DEFAULT);
        var changed = drawn(new Vary(DefaultSpec.threeNode()).spec());
        var repository = played.standing().get(new ResourceId("setup/flux-repository/homelab"));
        var step =
                new Step(0, repository.node().id(), Operation.UPDATE, repository.node(), repository.node(), List.of());
        played.intend(step);
        played.achieve(step);
        // when
        var plan = Plan.of(played.standing(), changed, ALL);
        // then
        assertThat(change(plan, "talos/repository-push/homelab").reasons())
                .containsExactly(new DependencyChanged(repository.node().id()));
        assertThat(ids(plan, Action.UPDATE)).doesNotContain("setup/cilium-manifest/cilium");
        played.finish(plan, new Random(0));
        assertThat(Plan.of(played.standing(), changed, ALL).isEmpty()).isTrue();
    }

    @Test
    void a_phase_brings_along_what_it_needs_and_leaves_what_is_there() {
        // given
        var played = new Played();
        played.finish(Plan.of(played.standing(), DEFAULT, EnumSet.of(Layer.SETUP)), new Random(0));
        var other = new Vary(DefaultSpec.threeNode()).accept("7").spec();
        // when
        var plan = Plan.of(played.standing(), drawn(other), EnumSet.of(Layer.OCI));
        // then: the budget has other settings by now, but setup was not asked for
        assertThat(plan.changes()).noneMatch(change -> change.id().phase() == Phase.SETUP);
        assertThat(change(plan, "images/prebuilt-image/base-amd64").reasons())
                .containsExactly(new BroughtAlong(new ResourceId("oci/instance/bastion")));
    }

    @Test
    void a_creation_in_doubt_is_asked_for_again() {
        // given
        var played = new Played();
        var first = Plan.of(played.standing(), DEFAULT, ALL).steps().getFirst();
        played.intend(first);
        // when
        var plan = Plan.of(played.standing(), DEFAULT, ALL);
        // then
        assertThat(change(plan, first.id().text()).action()).isEqualTo(Action.CREATE);
        assertThat(change(plan, first.id().text()).reasons())
                .containsExactly(new LeftInDoubt(Played.RUN, Operation.CREATE));
        assertThat(Plan.destroying(played.standing(), ALL, Dependents.FORBID_IT).steps())
                .hasSize(1);
    }

    @Test
    void what_was_seen_to_be_gone_is_made_again_after_all_that_stood_on_it_has_gone() {
        // given
        var standing = Played.all(DEFAULT).standing();
        // when
        var plan = Plan.of(standing, DEFAULT, ALL, Map.of(AMPERE_3, new Observation.Gone()));
        // then
        assertThat(change(plan, AMPERE_3.text()).action()).isEqualTo(Action.CREATE);
        assertThat(change(plan, AMPERE_3.text()).reasons()).containsExactly(new Drifted(List.of()));
        assertThat(change(plan, AMPERE_3.text()).settingsBefore()).isEmpty();
        assertThat(ids(plan, Action.REPLACE)).contains("oci/tailnet-membership/ampere-3");
        var create = step(plan, Operation.CREATE, AMPERE_3.text());
        var delete = step(plan, Operation.DELETE, "oci/tailnet-membership/ampere-3");
        assertThat(create.after()).contains(delete.number());
    }

    @Test
    void what_others_changed_is_changed_back() {
        var observed = Map.<ResourceId, Observation>of(AMPERE_3, new Observation.Found(resized(ampere3())));
        var plan = Plan.of(Played.all(DEFAULT).standing(), DEFAULT, ALL, observed);
        var change = change(plan, AMPERE_3.text());
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.before()).isEqualTo(resized(ampere3()));
        assertThat(change.reasons().getFirst().words()).isEqualTo("was changed by others: memory");
    }

    @Test
    void a_third_host_joins_after_the_qdevice_has_gone() {
        // given
        var two = DefaultSpec.twoNode();
        var nodes = new ArrayList<>(two.nodes());
        nodes.add(Vary.host(7, 6, 75));
        var played = Played.all(drawn(two));
        // when
        var plan = Plan.of(played.standing(), drawn(new Vary(two).nodes(nodes).spec()), ALL);
        // then
        var gone = step(plan, Operation.DELETE, "proxmox/qdevice/bastion");
        assertThat(step(plan, Operation.CREATE, "proxmox/cluster-member/host-7").after())
                .contains(gone.number());
        played.finish(plan, new Random(1));
    }

    @Test
    void destroying_a_layer_that_others_stand_on_names_them_or_takes_them() {
        var standing = Played.all(DEFAULT).standing();
        var alone = Plan.destroying(standing, EnumSet.of(Layer.PROXMOX), Dependents.FORBID_IT);
        assertThat(alone.blockedBy())
                .isNotEmpty()
                .allMatch(obstacle -> obstacle.standing().phase() == Phase.TALOS);
        var cascading = Plan.destroying(standing, EnumSet.of(Layer.PROXMOX), Dependents.GO_TOO);
        assertThat(cascading.blockedBy()).isEmpty();
        assertThat(cascading.changes().stream().map(change -> change.id().phase()))
                .containsOnly(Phase.PROXMOX, Phase.TALOS);
        assertThat(cascading.changes().stream().filter(change -> change.id().phase() == Phase.TALOS))
                .hasSameSizeAs(DEFAULT.nodes(Layer.TALOS));
    }

    @Test
    void work_grows_with_the_hosts_and_no_faster() {
        long twoHundred = waits(200);
        assertThat(waits(2_000) - twoHundred).isEqualTo(10 * (twoHundred - waits(20)));
    }

    /// Steps and waits between them, when as many hosts go and others come.
    private static long waits(int hosts) {
        var scope = EnumSet.of(Layer.OCI);
        var before = Blueprint.draw(many(hosts, 0), ImageSupply.PREBUILT, scope);
        var after = Blueprint.draw(many(hosts, hosts), ImageSupply.PREBUILT, scope);
        var played = standing(before);
        var plan = Plan.of(played, after, scope);
        return plan.steps().stream().mapToLong(step -> 1 + step.after().size()).sum();
    }

    private static Map<ResourceId, Standing> standing(Blueprint blueprint) {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var all = new LinkedHashMap<ResourceId, Standing>();
        for (var node : blueprint.nodes()) {
            all.put(node.id(), new Standing.Stands(node, Outputs.NONE, now, now, Played.RUN));
        }
        return all;
    }

    private static Spec many(int hosts, int from) {
        var nodes = new ArrayList<NodeSpec>();
        var one = DefaultSpec.threeNode().nodes().getFirst();
        for (int number = from; number < from + hosts; number++) {
            nodes.add(new NodeSpec(
                    "ampere-" + number,
                    one.role(),
                    new NodeSpec.Size(
                            one.size().shape(),
                            one.size().ocpus(),
                            one.size().memory(),
                            one.size().bootVolume()),
                    one.address().plus(1_000L + number), // beyond the ingress' own
                    one.publicIp(),
                    one.tailnetAddress().plus(number)));
        }
        return Vary.threeNode().nodes(nodes).spec();
    }

    private static Step step(Plan plan, Operation operation, String id) {
        return plan.steps().stream()
                .filter(step ->
                        step.operation() == operation && step.id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
