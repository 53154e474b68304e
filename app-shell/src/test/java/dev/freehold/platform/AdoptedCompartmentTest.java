package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.TenancyFacts;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Action;
import dev.freehold.domain.plan.Change;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.ports.cloud.Preflight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The tenancy has a compartment of the spec's name, and somebody else made it.
class AdoptedCompartmentTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final ResourceId COMPARTMENT = new ResourceId("setup/compartment/homelab");
    private static final ResourceId POLICY = new ResourceId("setup/quota-policy/homelab");
    private static final Preflight PREFLIGHT = new Preflight() {
        @Override
        public Stakes stakes() {
            return Stakes.PRACTICE;
        }

        @Override
        public Look look(Spec spec) {
            return new Look.Seen(new TenancyFacts(
                    SPEC.account().region(), List.of(SPEC.account().region()), Usage.NONE, Map.of(), List.of()));
        }
    };

    private final Platform platform = new Platform(SPEC, 1);

    @BeforeEach
    void somebody_has_a_compartment() {
        var wanted = (Resource)
                Blueprint.draw(SPEC, ImageSupply.AS_IN_SPEC).find(COMPARTMENT).orElseThrow();
        platform.world.make(COMPARTMENT, wanted, Optional.empty(), Instant.parse("2025-12-01T00:00:00Z"));
    }

    private List<Change> planned() {
        return new PlanPlatform(platform.process(PREFLIGHT))
                .plan(new PlanPlatform.Request(Platform.wanted(SPEC), List.of(Layer.SETUP), Looking.NOWHERE))
                .plan()
                .changes();
    }

    private static Change change(List<Change> changes, ResourceId id) {
        return changes.stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DeployPlatform.Request deployment(Consent consent) {
        return new DeployPlatform.Request(Platform.wanted(SPEC), List.of(Layer.SETUP), consent, Platform.BY);
    }

    @Test
    void the_plan_says_that_it_would_be_used_and_what_the_quota_policy_would_bind() {
        var changes = planned();
        assertThat(change(changes, COMPARTMENT).action()).isEqualTo(Action.ADOPT);
        assertThat(change(changes, COMPARTMENT).reasons().getFirst().words()).startsWith("was there before Freehold");
        assertThat(change(changes, POLICY).reasons())
                .anyMatch(reason -> reason.words().contains("would also bind whatever others have in " + COMPARTMENT));
    }

    @Test
    void whoever_is_asked_is_told_how_much_would_be_adopted() {
        // given
        var asked = new ArrayList<String>();
        var audience = new Audience(
                Audience.nobody().progress(),
                what -> {
                    asked.add(what);
                    return dev.freehold.ports.person.Questions.Approval.DENIED;
                },
                Audience.nobody().stop());
        // when
        var outcome = new DeployPlatform(platform.process(PREFLIGHT))
                .deploy(deployment(Consent.ASKED_FOR_EACH_LAYER), audience);
        // then
        assertThat(outcome.refusal()).get().isInstanceOf(Refusal.NotApproved.class);
        assertThat(asked)
                .singleElement()
                .satisfies(question -> assertThat(question).endsWith(", 1 to adopt?"));
    }

    @Test
    void it_is_used_and_stays_somebody_else_s() {
        // when
        var outcome = new DeployPlatform(platform.process(PREFLIGHT))
                .deploy(deployment(Consent.GIVEN_BEFOREHAND), Audience.nobody());
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.world.find(COMPARTMENT)).get().matches(thing -> !thing.isOurs());
        assertThat(planned()).allMatch(change -> change.action() == Action.KEEP);
    }
}
