package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
    private static final String CHARACTERS = "ab '\"\\$`;&|<>()*?[]{}~#!\t\n=%-";

    @Test
    void plain_words_stay_readable() {
        assertThat(Quoting.line(List.of("sudo", "tailscale", "up", "--auth-key=file:/run/key", "--timeout=60s")))
                .isEqualTo("sudo tailscale up --auth-key=file:/run/key --timeout=60s");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_real_shell_makes_the_same_words_of_it(long seed) throws Exception {
        // given
        var random = new Random(seed);
        var words = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            var word = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            words.add(word.toString());
        }
        // when
        var shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + Quoting.line(words)).start();
        shell.getOutputStream().close();
        var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // then
        assertThat(printed).isEqualTo(String.join("\0", words) + '\0');
    }
}
