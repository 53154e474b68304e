package dev.freehold.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.engine.work.Steps;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.person.ProgressListener.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run whose workers really are at work at once.
@Timeout(60)
class RealThreadsTest {

    @ParameterizedTest(name = "time {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void what_is_made_removed_looked_at_and_tried_again_side_by_side_comes_to_what_is_wanted(int time) {
        // given: chains in two systems; some calls fail, some find an old version in their way
        var bench = new Bench().inTime(RealTime::new);
        var steps = new Steps();
        var wanted = new ArrayList<SshKeyPair>();
        for (int chain = 0; chain < 40; chain++) {
            var key = new SshKeyPair("key-" + chain, "new");
            wanted.add(key);
            int made = steps.create(key);
            steps.add(Operation.CREATE, Steps.address("address-" + chain), made);
            if (chain % 4 == 1) {
                bench.systems.fails("create", key.name(), new Busy("wait", null));
            } else if (chain % 4 == 2) {
                bench.systems.failsOnceDone("create", key.name(), new Silent("no answer"));
            } else if (chain % 4 == 3) {
                var old = new SshKeyPair(key.name(), "old");
                bench.systems.fate("create", key.name(), _ -> {
                    bench.systems.there.put(old.id(), old);
                    throw new Silent("no answer");
                });
            }
        }
        var heard = new ArrayList<Progress>(); // from one thread at a time
        // when
        var outcomes = bench.run(steps, List.of(), bench.journals, heard::add, _ -> {});
        // then
        assertThat(outcomes.firstFailed()).isEqualTo(-1);
        assertThat(bench.standing())
                .hasSize(80)
                .allSatisfy((_, standing) -> assertThat(standing).isInstanceOf(Stands.class));
        assertThat(bench.systems.there.values()).hasSize(80).containsAll(wanted);
        assertThat(heard.stream().filter(Progress.Done.class::isInstance)).hasSize(80);
    }
}
