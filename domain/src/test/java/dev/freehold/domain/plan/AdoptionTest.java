package dev.freehold.domain.plan;

import static dev.freehold.domain.plan.Played.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.DefaultSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final Blueprint DEFAULT = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.PREBUILT);
    private static final ResourceId COMPARTMENT = new ResourceId("setup/compartment/homelab");
    private static final ResourceId VCN = new ResourceId("oci/vcn/homelab");

    private static Plan seeing(ResourceId id, boolean tagged) {
        var actual = DEFAULT.find(id).orElseThrow();
        return Plan.of(Map.of(), DEFAULT, ALL, Map.of(id, new Observation.Unrecorded(actual, tagged)));
    }

    private static Change change(Plan plan, ResourceId id) {
        return plan.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_stands_and_is_in_no_state_is_adopted_and_not_made() {
        var plan = seeing(VCN, true);
        assertThat(change(plan, VCN).action()).isEqualTo(Action.ADOPT);
        assertThat(change(plan, VCN).reasons()).containsExactly(new Reason.StandsAlready(true));
        assertThat(plan.summary()).isEqualTo(new Summary(DEFAULT.size() - 1, 0, 0, 0, 0, 1));
        assertThat(plan.steps().stream().filter(Step::adopts).map(Step::id)).containsExactly(VCN);
        assertThat(Adoption.violations(plan)).isEmpty();
    }

    @Test
    void nothing_is_made_anew_because_of_what_is_adopted() {
        var standing = Played.all(DEFAULT);
        var known = new java.util.LinkedHashMap<>(standing.standing());
        known.remove(VCN);
        var actual = DEFAULT.find(VCN).orElseThrow();
        var plan = Plan.of(known, DEFAULT, ALL, Map.of(VCN, new Observation.Unrecorded(actual, true)));
        assertThat(plan.summary().replace()).isZero();
        assertThat(plan.summary().create()).isZero();
        assertThat(plan.summary().adopt()).isEqualTo(1);
    }

    @Test
    void a_compartment_that_somebody_had_is_not_put_under_the_quota_policy_without_a_word() {
        var policy = DEFAULT.nodes().stream()
                .filter(node -> node.kind().equals("quota-policy"))
                .findFirst()
                .orElseThrow();
        assertThat(change(seeing(COMPARTMENT, false), policy.id()).reasons())
                .contains(new Reason.RulesOverOthers(COMPARTMENT));
        assertThat(change(seeing(COMPARTMENT, true), policy.id()).reasons())
                .doesNotContain(new Reason.RulesOverOthers(COMPARTMENT));
    }

    @Test
    void what_is_not_as_it_is_wanted_is_not_taken_and_the_plan_says_why() {
        // given
        var wanted = (Vcn) DEFAULT.find(VCN).orElseThrow();
        var theirs = new Vcn(wanted.name(), wanted.region(), Cidr.parse("10.9.0.0/16"), wanted.compartment());
        // when
        var plan = Plan.of(Map.of(), DEFAULT, ALL, Map.of(VCN, new Observation.Unrecorded(theirs, true)));
        // then
        assertThat(plan.summary().replace()).isZero();
        assertThat(Adoption.violations(plan)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(PlanRule.ADOPTION);
            assertThat(violation.message()).contains("oci/vcn/homelab", "cidr is 10.9.0.0/16 and not 10.0.0.0/16");
        });
    }
}
