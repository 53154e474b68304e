package dev.freehold.adapters.oci.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A profile is written and everything else stays, byte for byte.
class ConfigurationTextTest {
    private static final List<String> LINES = List.of(
            "# user=not me\n",
            "; tenancy = nobody\n",
            "\n",
            "user=ocid1.user.oc1..other\n",
            "  region : eu-zurich-1\n",
            "log_requests=True\r\n",
            "pass_phrase=caf\u00e9\u00ff\n",
            "custom = [brackets]x\n",
            "\t\n");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static SequencedMap<String, String> mine() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("user", "ocid1.user.oc1..me");
        entries.put("region", "eu-frankfurt-1");
        return entries;
    }

    private static ConfigurationText written(String before) {
        return new ConfigurationText(before).with("mine", mine());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void other_profiles_keep_every_byte(long seed) {
        // given a file of any profiles, with or without one of that name
        var random = new Random(seed);
        var others = new ArrayList<String>();
        var before = new StringBuilder();
        int own = random.nextInt(5);
        for (int section = 0; section < 4; section++) {
            var text = new StringBuilder(section == own ? "[mine]\n" : "[p" + section + "]\n");
            for (int line = random.nextInt(8); line > 0; line--) {
                text.append(LINES.get(random.nextInt(LINES.size())));
            }
            before.append(text);
            if (section != own) {
                others.add(text.toString());
            }
        }
        // when
        var after = written(before.toString());
        // then
        assertThat(after.text()).contains(others).contains("user=ocid1.user.oc1..me");
        assertThat(count(after.text(), "[mine]")).isEqualTo(1);
        assertThat(after.with("mine", mine())).as("again").isEqualTo(after);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void a_replaced_profile_keeps_its_comments_and_loses_what_another_key_needed() {
        var after = written("""
            [mine]
            # at home
            user=ocid1.user.oc1..old
            pass_phrase = hunter2
              going on
            log_requests=True
            [other]
            user=ocid1.user.oc1..other
            """);
        assertThat(after.text()).isEqualToNormalizingNewlines("""
            [mine]
            user=ocid1.user.oc1..me
            region=eu-frankfurt-1
            # at home
            log_requests=True
            [other]
            user=ocid1.user.oc1..other
            """);
    }

    @Test
    void a_new_profile_comes_after_what_is_there() {
        assertThat(written("").text()).isEqualTo("[mine]\nuser=ocid1.user.oc1..me\nregion=eu-frankfurt-1\n");
        assertThat(written("[a]\r\nuser=x").text())
                .isEqualTo("[a]\r\nuser=x\r\n\r\n[mine]\r\nuser=ocid1.user.oc1..me\r\nregion=eu-frankfurt-1\r\n");
    }
}
