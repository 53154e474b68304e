package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.ServiceLimit;
import dev.freehold.domain.allowance.TenancyFacts;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.Silent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Plans and deployments where the tenancy is looked at first.
class PreflightTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final Look CUT = new Look.Seen(new TenancyFacts(
            SPEC.account().region(),
            List.of(SPEC.account().region()),
            Usage.NONE,
            Map.of(LimitRule.A1_OCPUS, new ServiceLimit(LimitRule.A1_OCPUS, BigDecimal.TWO, "standard-a1-core-count")),
            List.of()));

    @Test
    void a_plan_above_the_tenancys_own_limits_is_refused_with_both_numbers() {
        // when
        var planned = plan(seeing(Stakes.PRACTICE, CUT));
        // then
        assertThat(planned.isRefused()).isTrue();
        assertThat(planned.violations())
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit())
                .containsExactly("a1-ocpus 3 of 2");
    }

    @Test
    void a_deployment_above_them_is_refused_and_nothing_is_made() {
        // given
        var platform = new Platform(SPEC, 1);
        // when
        var outcome = deploy(platform.process(seeing(Stakes.PRACTICE, CUT)));
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.REFUSED);
        assertThat(outcome.refusal()).get().isInstanceOf(Refusal.AboveAllowance.class);
        assertThat(platform.world.standing()).isEmpty();
    }

    @Test
    void a_tenancy_that_did_not_answer_is_remarked_on() {
        // given
        var silent = new Preflight() {
            @Override
            public Stakes stakes() {
                return Stakes.PRACTICE;
            }

            @Override
            public Look look(Spec spec) {
                throw new Silent("no answer within 60 s");
            }
        };
        // when
        var planned = plan(silent);
        // then
        assertThat(planned.isRefused()).isFalse();
        assertThat(planned.remarks()).containsExactly("The tenancy was not looked at: no answer within 60 s.");
    }

    @Test
    void where_it_is_real_the_examples_and_the_old_allowance_are_in_the_one_list() {
        assertThat(plan(seeing(Stakes.REAL, new Look.Unseen("there is no configuration yet")))
                        .violations())
                .extracting(v -> v.rule().id())
                .containsExactly(
                        "a1-instances",
                        "a1-ocpus",
                        "a1-memory",
                        "placeholder",
                        "placeholder",
                        "placeholder",
                        "placeholder");
    }

    private static PlannedPlatform plan(Preflight preflight) {
        var target = new Platform(SPEC, 1).process(preflight);
        return new PlanPlatform(target)
                .plan(new PlanPlatform.Request(Platform.wanted(SPEC), List.of(), Looking.NOWHERE));
    }

    private static RunOutcome deploy(Target target) {
        var request = new DeployPlatform.Request(
                Platform.wanted(SPEC), List.of(Layer.OCI), Consent.GIVEN_BEFOREHAND, Platform.BY);
        return new DeployPlatform(target).deploy(request, Audience.nobody());
    }

    private static Preflight seeing(Stakes stakes, Look look) {
        return new Preflight() {
            @Override
            public Stakes stakes() {
                return stakes;
            }

            @Override
            public Look look(Spec spec) {
                return look;
            }
        };
    }
}
