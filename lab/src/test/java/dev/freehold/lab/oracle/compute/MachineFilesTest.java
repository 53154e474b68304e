package dev.freehold.lab.oracle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.OpenLab;
import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.EmulatorStart;
import dev.freehold.lab.machine.Actor;
import dev.freehold.lab.machine.Disk;
import dev.freehold.lab.machine.Disks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Files that an emulator beside the lab's own keeps on a machine that Compute launched.
class MachineFilesTest {
    @TempDir
    Path folder;

    private final List<Disks> given = new ArrayList<>();

    /// An emulator that takes no part, and remembers what it was given.
    private final EmulatorStart bystander = surroundings -> {
        given.add(surroundings.disks());
        return new Emulator() {
            @Override
            public void describe(ObjectNode endpoints) {}

            @Override
            public void close() {}
        };
    };

    @Test
    void they_go_when_the_machine_is_terminated_and_others_stay() throws Exception {
        try (var lab = OpenLab.with(folder, bystander)) {
            // given
            var tenant = new Tenant(lab);
            var one = tenant.launch(tenant.domains().getFirst(), 1, 6).id();
            var other = tenant.launch(tenant.domains().getFirst(), 1, 6).id();
            tenant.pass(Duration.ofMinutes(3));
            var disks = given.getFirst();
            for (var id : List.of(one, other)) {
                disks.of(id).write("/etc/cluster.conf", "kept", Disk.Readers.ALL, Actor.ROOT);
            }
            // when
            tenant.terminate(one);
            assertThat(disks.of(one).text("/etc/cluster.conf", Actor.ROOT)).contains("kept");
            tenant.pass(Duration.ofMinutes(5));
            // then
            assertThat(disks.of(one).text("/etc/cluster.conf", Actor.ROOT)).isEmpty();
            assertThat(disks.of(other).text("/etc/cluster.conf", Actor.ROOT)).contains("kept");
        }
    }
}
