package dev.freehold.adapters.local.journal;

import static dev.freehold.adapters.local.journal.AppendsForEver.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.AnotherProcess;
import dev.freehold.adapters.local.Durability;
import dev.freehold.adapters.local.LocalHome;
import dev.freehold.domain.resource.Layer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KilledFileJournalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void every_acknowledged_entry_outlives_a_kill_and_the_next_process_goes_on(Durability durability)
            throws InterruptedException {
        var target = LocalHome.at(folder, durability).target("sim");
        var journal = target.state(durability).journals().of(Layer.OCI);
        int before = 0;
        for (int kill = 1; kill <= 3; kill++) {
            // given
            int acknowledged = before;
            try (var writer = AnotherProcess.running(AppendsForEver.class, folder, durability)) {
                for (int line = 0; line < 20 * kill; line++) {
                    acknowledged = Integer.parseInt(writer.line());
                }
                // when
                var rest = writer.kill();
                if (rest.size() > 1) { // the very last line may be cut
                    acknowledged = Integer.parseInt(rest.get(rest.size() - 2));
                }
            }
            // then
            var left = journal.entries();
            assertThat(left.size()).isGreaterThanOrEqualTo(acknowledged).isGreaterThan(before);
            var written = IntStream.range(0, left.size())
                    .mapToObj(index -> ENTRIES.get(index % ENTRIES.size()))
                    .toList();
            assertThat(left).isEqualTo(written);
            before = left.size();
        }
    }
}
