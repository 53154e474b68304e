package dev.freehold.lab.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeysTest {
    @TempDir
    Path folder;

    private PublicKey key(String world, String machine) throws Exception {
        var place = Files.createDirectories(folder.resolve(world));
        try (var open = World.open(place, new Ocids(0, "eu-frankfurt-1"), _ -> new ManualClock())) {
            return new HostKeys(open).of(machine).getPublic();
        }
    }

    @Test
    void a_machine_keeps_its_key_and_shares_it_with_none() throws Exception {
        assertThat(key("one", "ocid1.a")).isEqualTo(key("one", "ocid1.a")).isNotEqualTo(key("one", "ocid1.b"));
    }

    @Test
    void a_machine_of_that_id_in_a_new_world_is_no_impostor() throws Exception {
        assertThat(key("one", "ocid1.a")).isEqualTo(key("two", "ocid1.a"));
    }
}
