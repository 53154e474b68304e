package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.deploy.SetUpPart;
import dev.freehold.engine.pace.Pace;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.Questions.Approval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Parts of setup made one by one: nothing else comes, nothing goes, and together they are the phase.
class PartOfSetupTest {
    private static final Spec SPEC = DefaultSpec.threeNode();

    private final Platform platform = new Platform(SPEC, 0);

    private RunOutcome setUp(Spec spec, SetupPart part) {
        return new SetUpPart(platform.process(), Pace.USUAL)
                .setUp(
                        new SetUpPart.Request(Platform.wanted(spec), part, Consent.GIVEN_BEFOREHAND, Platform.BY),
                        new Audience(ProgressListener.NONE, _ -> Approval.NOBODY_THERE, new StopSign()));
    }

    private List<String> standing() {
        return platform.states().of(Layer.SETUP).nodes().keySet().stream()
                .map(ResourceId::text)
                .sorted()
                .toList();
    }

    @Test
    void ssh_alone_is_a_key_pair_and_nothing_else() {
        // when
        var outcome = setUp(SPEC, SetupPart.SSH);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(standing()).containsExactly("setup/ssh-key-pair/homelab");
        assertThat(platform.states().of(Layer.SETUP).rollbackPoints()).isEmpty();
    }

    @Test
    void flux_brings_what_it_needs_and_no_guards_and_no_keys_of_others() {
        // when
        setUp(SPEC, SetupPart.FLUX);
        // then
        assertThat(standing())
                .contains("setup/flux-repository/homelab", "setup/age-identity/homelab", "setup/cilium-manifest/cilium")
                .noneMatch(
                        id -> id.contains("oci-configuration") || id.contains("ssh-key-pair") || id.contains("budget"));
    }

    @Test
    void a_part_leaves_everything_else_of_a_whole_platform_as_it_is() {
        // given
        platform.deploy(SPEC);
        var before = standing();
        // when
        for (var part : SetupPart.values()) {
            var outcome = setUp(SPEC, part);
            // then
            assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
            assertThat(outcome.report().resources()).isEmpty();
        }
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void what_another_part_would_change_stays_until_its_turn_comes() {
        // given
        platform.deploy(SPEC);
        var gitops = SPEC.cluster().gitops();
        var slower = Specs.withGitops(
                SPEC, new GitopsSpec(gitops.repository(), gitops.branch(), gitops.path(), Duration.ofMinutes(5)));
        // when
        var other = setUp(slower, SetupPart.SSH);
        var own = setUp(slower, SetupPart.FLUX);
        // then
        assertThat(other.report().resources()).isEmpty();
        assertThat(own.report().resources())
                .extracting(resource -> resource.action().word() + ' ' + resource.id())
                .containsExactly("update setup/flux-repository/homelab");
    }

    @Test
    void the_parts_and_then_the_rest_are_the_phase_that_is_made_at_once() {
        // when
        for (var part : SetupPart.values()) {
            setUp(SPEC, part);
        }
        platform.deploy(Platform.wanted(SPEC), List.of(Layer.SETUP), Pace.USUAL);
        // then
        var atOnce = new Platform(SPEC, 0);
        atOnce.deploy(Platform.wanted(SPEC), List.of(Layer.SETUP), Pace.USUAL);
        assertThat(new ArrayList<>(platform.states().of(Layer.SETUP).nodes().keySet()))
                .containsExactlyInAnyOrderElementsOf(
                        atOnce.states().of(Layer.SETUP).nodes().keySet());
        assertThat(platform.states().of(Layer.SETUP).rollbackPoints()).hasSize(1);
    }
}
