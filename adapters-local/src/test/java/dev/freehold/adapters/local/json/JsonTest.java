package dev.freehold.adapters.local.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.resource.Setting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static Setting.Group read(byte[] bytes) {
        return Json.read(bytes, 0, bytes.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Setting.Group group(SplittableRandom random, int depth) {
        var members = new LinkedHashMap<String, Setting>();
        for (int count = random.nextInt(5); count > 0; count--) {
            members.put(words(random), setting(random, depth));
        }
        return new Setting.Group(members);
    }

    private static Setting setting(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> new Setting.Text(words(random));
            case 1 -> new Setting.Quantity(BigDecimal.valueOf(random.nextLong(), random.nextInt(-40, 40)));
            case 2 -> new Setting.Flag(random.nextBoolean());
            case 3 -> Setting.absent();
            case 4 -> group(random, depth + 1);
            default -> {
                var items = new ArrayList<Setting>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(setting(random, depth + 1));
                }
                yield new Setting.Many(items);
            }
        };
    }

    private static String words(SplittableRandom random) {
        var words = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            words.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> random.nextInt(' ');
                        case 1 -> "\"\\/".charAt(random.nextInt(3));
                        case 2 -> random.nextInt(0xe000, 0x110000);
                        default -> random.nextInt(' ', 0x250);
                    });
        }
        return words.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void settings_come_back_as_they_were_members_in_their_order(long seed) {
        // given
        var group = group(new SplittableRandom(seed), 0);
        // when
        var read = read(utf8(Json.write(group)));
        // then
        assertThat(read).isEqualTo(group);
        assertThat(Json.write(read)).isEqualTo(Json.write(group));
    }

    @Test
    void white_space_and_escapes_of_others_are_read() {
        assertThat(read(utf8(" {\r\n\t\"a\\u00fc\\/\" : [ 1 , -2.50e+3 , \"\\ud83d\\udc08\" ] } \n"))
                        .words())
                .isEqualTo("{aü/: [1, -2500, 🐈]}");
    }

    @Test
    void half_a_character_becomes_a_question_mark_and_never_a_failure() {
        assertThat(read(utf8(Json.write(holding(Setting.text("a\ud83d")))))).isEqualTo(holding(Setting.text("a?")));
    }

    private static Setting.Group holding(Setting setting) {
        var members = new LinkedHashMap<String, Setting>();
        members.put("words", setting);
        return new Setting.Group(members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{}{}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":tru}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{a:1}",
                "{\"a\":1e}",
                "{\"a\":1e99999999999}"
            })
    void what_is_not_an_object_in_json_is_refused(String text) {
        assertThatThrownBy(() -> read(utf8(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)(not JSON: |not a JSON object|more than one JSON object).*");
    }

    @Test
    void depth_without_end_is_refused_before_the_stack_ends() {
        assertThatThrownBy(() -> read(utf8("{\"a\":".repeat(100_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epth");
    }
}
