package dev.freehold.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    private World open() {
        return World.open(folder, new Ocids(7, "eu-frankfurt-1"), _ -> clock);
    }

    private static List<Resource> dogs(World world) {
        return world.change(tx -> tx.all("dog"));
    }

    @Test
    void states_come_in_the_order_of_their_times_whoever_looks_and_whenever() {
        // given
        var world = open();
        var arrived = new ArrayList<String>();
        world.when("dog", "AWAKE", (tx, dog) -> {
            arrived.add(dog.text("name") + " at " + Duration.between(ManualClock.START, tx.now()));
            tx.later(dog, MINUTE, "FED");
        });
        world.change(tx -> {
            for (var name : List.of("slow", "quick")) {
                var dog = tx.create("dog", "", "ASLEEP", Json.object().put("name", name));
                tx.later(dog, name.equals("slow") ? MINUTE.multipliedBy(3) : MINUTE, "AWAKE");
            }
            return tx;
        });
        // when
        clock.pass(Duration.ofHours(1));
        var states = world.change(tx -> tx.stream("dog").map(Resource::state).toList());
        // then
        assertThat(arrived).containsExactly("quick at PT1M", "slow at PT3M");
        assertThat(states).containsExactly("FED", "FED");
    }

    @Test
    void a_change_that_throws_has_not_happened() {
        // given
        var world = open();
        var kept = world.change(tx -> tx.create("dog", "", "ASLEEP", Json.object()));
        // when
        assertThatThrownBy(() -> world.change(tx -> {
                    tx.put(kept.in("AWAKE"));
                    tx.create("dog", "", "ASLEEP", Json.object());
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        // then
        assertThat(dogs(world)).containsExactly(kept);
        world.close();
        assertThat(dogs(open())).containsExactly(kept);
    }

    @Test
    void everything_is_there_again_after_a_restart_and_goes_on() {
        // given
        var world = open();
        var dog = world.change(tx ->
                tx.later(tx.create("dog", "home", "ASLEEP", Json.object().put("name", "Rex")), MINUTE, "AWAKE"));
        world.close();
        // when
        var again = open();
        // then
        assertThat(dogs(again)).containsExactly(dog);
        clock.pass(MINUTE);
        assertThat(again.change(tx -> tx.find(dog.id())).orElseThrow().state()).isEqualTo("AWAKE");
        var other = again.change(tx -> tx.create("dog", "home", "ASLEEP", Json.object()));
        assertThat(other.sequence()).isGreaterThan(dog.sequence());
    }

    @Test
    void wherever_a_kill_cuts_the_file_every_whole_change_is_kept() throws Exception {
        // given
        var world = open();
        for (var i = 0; i < 5; i++) {
            var name = "dog-" + i;
            world.change(tx -> tx.create("dog", "", "ASLEEP", Json.object().put("name", name)));
        }
        world.close();
        var file = folder.resolve("world.jsonl");
        var whole = Files.readAllBytes(file);
        // a step that is prime, so that cuts fall anywhere in a line
        for (var length = whole.length; length >= 0; length -= 13) {
            // when
            var cut = java.util.Arrays.copyOf(whole, length);
            Files.write(file, cut, StandardOpenOption.TRUNCATE_EXISTING);
            // then: two lines, and then one a dog
            var lines = new String(cut, java.nio.charset.StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            var again = open();
            assertThat(dogs(again)).hasSize((int) Math.max(0, lines - 2));
            again.close();
        }
    }

    @Test
    void what_can_not_be_read_is_left_alone() throws Exception {
        // given
        var file = folder.resolve("world.jsonl");
        for (var content : List.of(
                "{\"format\":\"freehold-lab-world\",\"version\":99}\n",
                "{\"format\":\"freehold-lab-world\",\"version\":1}\nnonsense\n{}\n")) {
            Files.writeString(file, content);
            // then
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("lab reset");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void ids_follow_from_the_seed_and_differ_otherwise() {
        var one = new Ocids(1, "eu-frankfurt-1");
        assertThat(one.regional("vcn", 5))
                .isEqualTo(one.regional("vcn", 5))
                .matches("ocid1\\.vcn\\.oc1\\.eu-frankfurt-1\\.[a-z2-7]{60}");
        assertThat(one.regional("vcn", 6)).isNotEqualTo(one.regional("vcn", 5));
        assertThat(new Ocids(2, "eu-frankfurt-1").regional("vcn", 5)).isNotEqualTo(one.regional("vcn", 5));
    }
}
