package dev.freehold.domain.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.ServiceLimit;
import dev.freehold.domain.allowance.TenancyFacts;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.AccessSpec;
import dev.freehold.domain.spec.AccountSpec;
import dev.freehold.domain.spec.BudgetSpec;
import dev.freehold.domain.spec.ClusterSpec;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.MeshSpec;
import dev.freehold.domain.spec.NetworkSpec;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectionsTest {

    @Test
    void the_examples_of_a_new_spec_are_refused_where_it_is_real() {
        assertThat(objections(DefaultSpec.twoNode(), Stakes.REAL, limited(2, 12)))
                .extracting(v -> v.rule().id() + " at " + v.path())
                .containsExactly(
                        "placeholder at budget.email",
                        "placeholder at network.ssh-from[0]",
                        "placeholder at mesh.tailnet",
                        "placeholder at gitops.repository");
    }

    @Test
    void whoever_practises_may_use_the_examples() {
        assertThat(objections(DefaultSpec.threeNode(), Stakes.PRACTICE, limited(4, 24)))
                .isEmpty();
        assertThat(objections(DefaultSpec.threeNode(), Stakes.NONE, new Look.Unneeded()))
                .isEmpty();
    }

    @Test
    void a_spec_of_ones_own_is_not_objected_to() {
        assertThat(objections(mine(DefaultSpec.twoNode()), Stakes.REAL, limited(2, 12)))
                .isEmpty();
    }

    @Test
    void an_allowance_that_is_no_more_is_refused_where_nobody_saw_that_it_is_still_granted() {
        // when
        var violations = objections(
                mine(DefaultSpec.threeNode()), Stakes.REAL, new Look.Unseen("no configuration is there yet"));
        // then
        assertThat(violations)
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit())
                .containsExactly("a1-instances 3 of 2", "a1-ocpus 3 of 2", "a1-memory 24 of 12");
        assertThat(violations.get(1).message())
                .isEqualTo("The platform has 3 A1 OCPUs; always-free-2021 granted that until 2026-06-14, and Oracle"
                        + " grants 2 since. Whether this tenancy still has it could not be seen. Write allowance:"
                        + " always-free-2026-06, and plan within it.");
    }

    @Test
    void it_may_be_used_while_the_limits_of_a_free_tenancy_grant_it() {
        assertThat(objections(mine(DefaultSpec.threeNode()), Stakes.REAL, limited(4, 24)))
                .isEmpty();
    }

    @Test
    void the_limits_of_a_paying_tenancy_grant_nothing() {
        assertThat(objections(mine(DefaultSpec.threeNode()), Stakes.REAL, limited(80, 512)))
                .extracting(v -> v.rule().id())
                .containsExactly("a1-instances", "a1-ocpus", "a1-memory");
    }

    @Test
    void one_that_holds_is_not_asked_for_proof() {
        assertThat(objections(mine(DefaultSpec.twoNode()), Stakes.REAL, new Look.Unseen("it is silent")))
                .isEmpty();
        assertThat(TargetViolations.remarks(DefaultSpec.twoNode(), new Look.Unseen("it is silent")))
                .containsExactly("The tenancy was not looked at: it is silent.");
    }

    @Test
    void nothing_is_planned_outside_the_home_region() {
        // given
        var elsewhere = new Look.Seen(facts("us-ashburn-1", List.of("us-ashburn-1"), 4, 24));
        var subscribed = new Look.Seen(facts("us-ashburn-1", List.of("us-ashburn-1", "eu-frankfurt-1"), 4, 24));
        // then
        assertThat(objections(DefaultSpec.threeNode(), Stakes.PRACTICE, elsewhere))
                .extracting(Violation::message)
                .containsExactly("eu-frankfurt-1 is no region that this tenancy is subscribed to. Oracle gives the free"
                        + " allowance in the home region alone, and takes quotas and budgets there alone. Write"
                        + " region: us-ashburn-1.");
        assertThat(objections(DefaultSpec.threeNode(), Stakes.PRACTICE, subscribed))
                .extracting(v -> v.rule().id())
                .containsExactly("home-region");
    }

    @Test
    void nothing_is_planned_with_credentials_that_oracle_refuses() {
        assertThat(objections(DefaultSpec.threeNode(), Stakes.PRACTICE, new Look.Denied("NotAuthenticated.")))
                .extracting(v -> v.rule().id() + ": " + v.message())
                .containsExactly("credentials: Oracle refused the credentials: NotAuthenticated.");
    }

    @Test
    void a_spec_that_lets_anybody_try_or_follows_plain_http_is_remarked_on() {
        // given
        var open = exposed(List.of(Cidr.ANYWHERE, Cidr.parse("203.0.113.7/32")), "http://git.example.net/flux.git");
        // when
        var remarks = TargetViolations.remarks(open, new Look.Unneeded());
        // then
        assertThat(remarks).hasSize(2);
        assertThat(remarks.getFirst()).contains("0.0.0.0/0", "network.ssh-from");
        assertThat(remarks.getLast()).contains("http://git.example.net/flux.git", "gitops.repository");
        assertThat(TargetViolations.remarks(mine(DefaultSpec.twoNode()), new Look.Unneeded()))
                .isEmpty();
    }

    @Test
    void plain_http_is_a_mistake_at_its_own_key() {
        assertThat(Exposure.mistake(exposed(List.of(), "http://git.example.net/flux.git")))
                .get()
                .satisfies(mistake -> {
                    assertThat(mistake.path()).isEqualTo("gitops.repository");
                    assertThat(mistake.message()).contains("https://", "ssh://");
                });
        assertThat(Exposure.mistake(exposed(List.of(), "ssh://git@git.example.net/flux.git")))
                .isEmpty();
        assertThat(Exposure.mistake(mine(DefaultSpec.twoNode()))).isEmpty();
    }

    private static Spec exposed(List<Cidr> sshFrom, String repository) {
        var spec = mine(DefaultSpec.twoNode());
        var network = spec.network();
        return with(
                spec,
                new NetworkSpec(network.vcn(), network.subnet(), network.vms(), sshFrom),
                new GitopsSpec(
                        repository,
                        spec.cluster().gitops().branch(),
                        spec.cluster().gitops().path(),
                        spec.cluster().gitops().interval()));
    }

    @Test
    void the_one_domain_that_has_micros_is_named() {
        assertThat(TargetViolations.remarks(DefaultSpec.threeNode(), limited(4, 24)))
                .containsExactly("E2.1.Micro is offered in fhld:EU-FRANKFURT-1-AD-2 alone; there bastion will be.");
    }

    private static List<Violation> objections(Spec spec, Stakes stakes, Look look) {
        var whole = Blueprint.draw(spec, ImageSupply.AS_IN_SPEC, EnumSet.of(Layer.IMAGES, Layer.OCI));
        var allowance = Allowances.byId(spec.account().allowance()).orElseThrow();
        return TargetViolations.to(spec, allowance, Usage.ofAll(whole.nodes()), stakes, look);
    }

    private static Look limited(int ocpus, int memory) {
        return new Look.Seen(facts("eu-frankfurt-1", List.of("eu-frankfurt-1"), ocpus, memory));
    }

    private static TenancyFacts facts(String home, List<String> regions, int ocpus, int memory) {
        var limits = new HashMap<LimitRule, ServiceLimit>();
        limits.put(LimitRule.A1_OCPUS, limit(LimitRule.A1_OCPUS, ocpus));
        limits.put(LimitRule.A1_MEMORY, limit(LimitRule.A1_MEMORY, memory));
        return new TenancyFacts(home, regions, Usage.NONE, limits, List.of("fhld:EU-FRANKFURT-1-AD-2"));
    }

    private static ServiceLimit limit(LimitRule rule, int amount) {
        return new ServiceLimit(rule, BigDecimal.valueOf(amount), rule.id());
    }

    /// With names of somebody's own, none of which is reserved for examples.
    private static Spec mine(Spec spec) {
        var network = spec.network();
        var gitops = spec.cluster().gitops();
        return with(
                spec,
                new NetworkSpec(network.vcn(), network.subnet(), network.vms(), List.of(Cidr.parse("198.18.0.9/32"))),
                new GitopsSpec(
                        "https://github.com/freeholder/flux.git", gitops.branch(), gitops.path(), gitops.interval()));
    }

    private static Spec with(Spec spec, NetworkSpec network, GitopsSpec gitops) {
        return new Spec(
                spec.name(),
                new AccountSpec(
                        spec.account().allowance(),
                        spec.account().region(),
                        spec.account().compartment(),
                        spec.account().acceptUsdPerMonth(),
                        new BudgetSpec(Usd.of("0.01"), "me@home.invalid")),
                spec.state(),
                network,
                spec.nodes(),
                new AccessSpec(spec.access().ingress(), spec.access().loadBalancer(), new MeshSpec("tail0.ts.net")),
                spec.ceph(),
                new ClusterSpec(
                        spec.cluster().kubernetes(), gitops, spec.cluster().apps()),
                spec.images(),
                spec.protect());
    }
}
