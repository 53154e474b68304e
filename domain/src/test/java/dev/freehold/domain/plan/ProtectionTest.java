package dev.freehold.domain.plan;

import static dev.freehold.domain.plan.Played.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectionTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final Blueprint DEFAULT = Blueprint.draw(SPEC, ImageSupply.PREBUILT);
    private static final String AMPERE_3 = "oci/instance/ampere-3";

    private final Map<ResourceId, Standing> standing =
            new LinkedHashMap<>(Played.all(DEFAULT).standing());

    private static Spec withoutAmpere3() {
        return Vary.threeNode()
                .nodes(SPEC.nodes().stream()
                        .filter(node -> !node.name().equals("ampere-3"))
                        .toList())
                .spec();
    }

    private Plan without(Spec spec) {
        return Plan.of(standing, Blueprint.draw(spec, ImageSupply.PREBUILT), ALL);
    }

    private static List<String> ids(List<Violation> violations) {
        return violations.stream().map(Violation::path).toList();
    }

    @Test
    void a_host_whose_boot_volume_has_an_osd_does_not_go_unseen() {
        var violations = Protection.OF_DATA.violations(without(withoutAmpere3()), standing);
        assertThat(ids(violations)).contains(AMPERE_3, "proxmox/ceph-osd/ampere-3");
        assertThat(violations).allMatch(violation -> violation.rule() == PlanRule.PROTECTED);
        assertThat(violations.stream().filter(one -> one.path().equals(AMPERE_3)))
                .singleElement()
                .satisfies(one -> assertThat(one.message())
                        .contains("would be deleted", "no longer wanted", "OSD", "--unprotect " + AMPERE_3));
    }

    @Test
    void nothing_else_is_protected_by_itself() {
        var violations = Protection.OF_DATA.violations(Plan.destroying(standing, ALL, Dependents.GO_TOO), standing);
        assertThat(ids(violations))
                .containsExactlyInAnyOrder(
                        "oci/instance/ampere-1",
                        "oci/instance/ampere-2",
                        "oci/instance/ampere-3",
                        "proxmox/ceph-osd/ampere-1",
                        "proxmox/ceph-osd/ampere-2",
                        "proxmox/ceph-osd/ampere-3",
                        "proxmox/ceph-pool/homelab",
                        "talos/etcd-bootstrap/homelab",
                        "talos/virtual-machine/control-plane-1",
                        "talos/virtual-machine/control-plane-2",
                        "talos/virtual-machine/control-plane-3");
    }

    @Test
    void a_host_without_storage_holds_nothing_yet() {
        standing.values().removeIf(known -> known.node().layer().compareTo(Layer.OCI) > 0);
        var plan = Plan.of(standing, Blueprint.draw(withoutAmpere3(), ImageSupply.PREBUILT), EnumSet.of(Layer.OCI));
        assertThat(plan.summary().delete()).isPositive();
        assertThat(Protection.OF_DATA.violations(plan, standing)).isEmpty();
    }

    @Test
    void what_is_lifted_may_go_and_nothing_else() {
        var lifted = new Protection(List.of(), List.of(Glob.of(AMPERE_3)), true);
        assertThat(ids(lifted.violations(without(withoutAmpere3()), standing)))
                .doesNotContain(AMPERE_3)
                .contains("proxmox/ceph-osd/ampere-3");
    }

    @Test
    void what_the_spec_names_stays_though_it_holds_nothing_and_though_the_command_lifts_it() {
        var named = new Protection(List.of(Glob.of("oci/tailnet*")), List.of(Glob.of("*")), true);
        assertThat(named.violations(without(withoutAmpere3()), standing))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path()).isEqualTo("protect[0]");
                    assertThat(violation.message())
                            .contains("oci/tailnet-membership/ampere-3", "'oci/tailnet*'", "take that out of protect");
                });
    }

    @Test
    void what_the_spec_names_stays_even_where_its_layer_is_to_be_destroyed_and_data_goes() {
        var named = new Protection(List.of(Glob.of("oci/reserved-public-ip/*")), List.of(), false);
        var plan = Plan.destroying(standing, ALL, Dependents.GO_TOO);
        assertThat(named.violations(plan, standing))
                .isNotEmpty()
                .allMatch(violation -> violation.message().startsWith("oci/reserved-public-ip/"));
    }

    @Test
    void a_removal_that_an_earlier_run_began_was_allowed_then() {
        var id = new ResourceId("proxmox/ceph-osd/ampere-3");
        var stood = (Standing.Stands) standing.get(id);
        standing.put(id, new Standing.InDoubt(stood.node(), Operation.DELETE, new Token("token"), Played.RUN, stood));
        assertThat(ids(Protection.OF_DATA.violations(without(withoutAmpere3()), standing)))
                .contains(AMPERE_3)
                .doesNotContain(id.text());
    }

    @Test
    void what_only_changes_in_place_is_no_loss() {
        var larger = Vary.threeNode()
                .nodes(SPEC.nodes().stream().map(ProtectionTest::larger).toList())
                .spec();
        var plan = without(larger);
        assertThat(plan.summary().update()).isPositive();
        assertThat(Protection.OF_DATA.violations(plan, standing)).isEmpty();
    }

    private static NodeSpec larger(NodeSpec node) {
        var size = node.size();
        return new NodeSpec(
                node.name(),
                node.role(),
                new NodeSpec.Size(
                        size.shape(),
                        size.ocpus(),
                        node.isHost() ? size.memory().plus(size.memory()) : size.memory(),
                        size.bootVolume()),
                node.address(),
                node.publicIp(),
                node.tailnetAddress());
    }
}
