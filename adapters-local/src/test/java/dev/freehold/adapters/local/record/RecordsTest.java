package dev.freehold.adapters.local.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.resource.Setting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
    private static final Path FILE = Path.of("journal");

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /// Records of a seed, and where each ends in the file.
    private static final class Written {
        private final List<Setting.Group> records = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private byte[] bytes = {};

        static Written of(long seed) {
            var random = new SplittableRandom(seed);
            var written = new Written();
            var out = new ByteArrayOutputStream();
            for (int count = random.nextInt(1, 6); count > 0; count--) {
                var members = new LinkedHashMap<String, Setting>();
                for (int member = random.nextInt(4); member > 0; member--) {
                    members.put("m" + member, Setting.text("é@ \n".repeat(random.nextInt(8))));
                }
                written.records.add(new Setting.Group(members));
                Records.write(written.records.getLast(), out);
                written.ends.add(out.size());
            }
            written.bytes = out.toByteArray();
            return written;
        }

        int startOfLast() {
            return ends.size() == 1 ? 0 : ends.get(ends.size() - 2);
        }

        /// How many records end at `length` or before.
        int wholeIn(int length) {
            return (int) ends.stream().filter(end -> end <= length).count();
        }

        void areFoundIn(byte[] damaged, int count, String why) {
            var read = Records.parse(FILE, damaged);
            assertThat(read.size()).as(why).isEqualTo(count);
            for (int index = 0; index < count; index++) {
                assertThat(read.get(index)).as(why).isEqualTo(records.get(index));
            }
            assertThat(read.end()).as(why).isEqualTo(count == 0 ? 0 : ends.get(count - 1));
        }
    }

    @Test
    void a_record_is_a_line_that_other_tools_can_check() {
        // given
        var out = new ByteArrayOutputStream();
        // when
        Records.write(new Setting.Group(new LinkedHashMap<>(Map.of("a", Setting.text("ü")))), out);
        // then: the CRC-32C of `10 {"a":"ü"}`
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("[0-9a-f]{8} 10 \\{\"a\":\"ü\"}\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_file_cut_anywhere_keeps_every_record_before_the_cut(long seed) {
        var written = Written.of(seed);
        for (int length = 0; length <= written.bytes.length; length++) {
            // when
            var cut = Arrays.copyOf(written.bytes, length);
            // then
            written.areFoundIn(cut, written.wholeIn(length), "cut at " + length);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void zeros_behind_the_cut_change_nothing(long seed) {
        var written = Written.of(seed);
        for (int length = 0; length <= written.bytes.length; length++) {
            for (int zeros : new int[] {1, 7, 4096}) {
                // when
                var cut = Arrays.copyOf(Arrays.copyOf(written.bytes, length), length + zeros);
                // then
                written.areFoundIn(cut, written.wholeIn(length), zeros + " zeros after " + length);
            }
        }
    }

    /// Blocks reach the disk in any order: zeros may stand for the beginning or the middle of what was written
    /// last.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void zeros_within_the_last_record_are_an_unfinished_write_too(long seed) {
        var written = Written.of(seed);
        int start = written.startOfLast();
        for (int hole = start + 1; hole <= written.bytes.length; hole++) {
            // when
            var holed = written.bytes.clone();
            Arrays.fill(holed, start + (hole - start) / 2, hole, (byte) 0);
            // then
            written.areFoundIn(holed, written.records.size() - 1, "zeros up to " + hole);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_flipped_bit_goes_unnoticed_and_none_costs_a_record_that_was_acknowledged(long seed) {
        var written = Written.of(seed);
        for (int bit = 0; bit < written.bytes.length * 8; bit++) {
            // given
            var flipped = written.bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            int count = written.wholeIn(bit / 8);
            // when
            var offset = count == 0 ? 0 : written.ends.get(count - 1);
            boolean inLast = bit / 8 >= written.startOfLast();
            try {
                var read = Records.parse(FILE, flipped);
                // then: at most what looks like an unfinished write at the end
                assertThat(inLast).as("bit " + bit).isTrue();
                assertThat(read.size()).as("bit " + bit).isEqualTo(count);
            } catch (DamagedRecord damaged) {
                assertThat(damaged)
                        .as("bit " + bit)
                        .hasMessageContaining("journal is damaged at record " + (count + 1) + " (byte " + offset + ")");
            }
        }
    }

    @Test
    void a_record_that_is_all_there_but_wrong_is_damage_and_no_unfinished_write() {
        // given: its end was written, so it may have been acknowledged
        var written = Written.of(3);
        var flipped = written.bytes.clone();
        flipped[written.startOfLast()] ^= 1;
        // then
        assertThatThrownBy(() -> Records.parse(FILE, flipped)).isInstanceOf(DamagedRecord.class);
    }

    @Test
    void damage_names_the_file_the_place_and_the_repair() {
        // given
        var out = new ByteArrayOutputStream();
        for (int record = 0; record < 3; record++) {
            Records.write(new Setting.Group(new LinkedHashMap<>()), out);
        }
        var bytes = out.toByteArray();
        bytes[20] ^= 1;
        // then
        assertThatThrownBy(() -> Records.parse(FILE, bytes)).hasMessage("""
            journal is damaged at record 2 (byte 14): its checksum is wrong, and others follow it.
            1 whole record stands before it. The file was left as it is. Put it back from a backup.
            Without one, keep a copy and cut the file before that record; what followed is then forgotten:
                head -c 14 'journal' > 'journal.cut' && mv 'journal.cut' 'journal'\
            """);
    }
}
