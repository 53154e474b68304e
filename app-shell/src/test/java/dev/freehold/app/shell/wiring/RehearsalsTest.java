package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.rehearse.RehearseDeployments;
import dev.freehold.engine.rehearse.RehearseDeployments.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class RehearsalsTest {
    private static final SpecSource SOURCE = new SpecSource(DefaultSpec.threeNode(), null);
    private static final WantedPlatform WANTED =
            new WantedPlatform(SOURCE.spec(), SOURCE.text(), ImageSupply.AS_IN_SPEC);

    private static Set<Long> seedsOf(long seed) {
        var seeds = new ConcurrentSkipListSet<Long>();
        var rehearsals = new RehearseDeployments(
                number -> {
                    seeds.add(number);
                    return Rehearsals.target(SOURCE, number, List.of());
                },
                () -> 0);
        rehearsals.rehearse(new Request(WANTED, 5, seed, 2), new StopSign());
        return seeds;
    }

    @Test
    void seeds_share_no_run_and_each_always_has_the_same() {
        // when
        var all = new HashSet<Long>();
        for (long seed = -2; seed <= 2; seed++) {
            all.addAll(seedsOf(seed));
        }
        // then
        assertThat(all).hasSize(25).doesNotContain(0L);
        assertThat(seedsOf(1)).isEqualTo(seedsOf(1));
    }

    @Test
    void what_may_not_be_deployed_is_not_rehearsed() {
        // given: more than is free
        var text = SOURCE.text().replaceFirst("(?m)ocpus: [0-9.]+", "ocpus: 40");
        var wanted = new WantedPlatform(SpecSource.parse(text), text, ImageSupply.AS_IN_SPEC);
        var rehearsals = Rehearsals.of(SOURCE, List.of());
        // then
        assertThat(rehearsals.refusal(WANTED)).isEmpty();
        assertThat(rehearsals.refusal(wanted)).containsInstanceOf(Refusal.AboveAllowance.class);
        assertThatThrownBy(() -> rehearsals.rehearse(new Request(wanted, 1, 1, 1), new StopSign()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
