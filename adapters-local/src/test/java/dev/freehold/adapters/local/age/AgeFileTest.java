package dev.freehold.adapters.local.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTest {
    private static final byte[] PLAIN = "hunter2".getBytes(StandardCharsets.UTF_8);
    private static final Secret PASSPHRASE = Secret.of("correct horse");

    /// So that a thousand tries take no minute; nobody is to write such a file.
    private static final int QUICK = 2;

    /// From the throwaway identity of the worked vector, see the tests of SOPS.
    @Test
    void identities_of_other_kinds_are_overlooked_where_one_can_be_used() {
        // given
        var ours = Identity.generate();
        var plugin = "AGE-PLUGIN-YUBIKEY-1QGPSYQYZQ2ZQXYZ0\n";
        var both = "# yubikey\n" + plugin + "AGE-SECRET-KEY-PQ-1XYZ\n"
                + ours.text().reveal() + '\n';
        // when, then
        assertThat(IdentityFile.read(both.getBytes(StandardCharsets.UTF_8)))
                .extracting(Identity::recipient)
                .containsExactly(ours.recipient());
        assertThatThrownBy(() -> IdentityFile.read(plugin.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Undecryptable.class)
                .hasMessageContaining("of a plugin");
    }

    @Test
    void an_identity_tells_its_recipient() {
        var text = "AGE-SECRET-KEY-1PMTZC2AATC72J5EZCANE46PESZUG2K5F7QRCCWY5LTN0RGVWGNYQR3QLT3";
        var identity = Identity.parse(text);
        assertThat(identity.recipient()).hasToString("age16yhwfuxcz6ytnj4jqwefh0l0h9d2hr3yftttrmhkfc4xkwd9kd9q842vnf");
        assertThat(identity.text().reveal()).isEqualTo(text);
        assertThat(identity.toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @EnumSource
    void any_of_several_recipients_reads_it(AgeFile.Form form) {
        // given
        var identities = List.of(Identity.generate(), Identity.generate(), Identity.generate());
        var recipients = identities.stream().map(Identity::recipient).toList();
        // when
        var encrypted = AgeFile.encrypt(PLAIN, recipients, form);
        // then
        for (var identity : identities) {
            assertThat(AgeFile.decrypt(encrypted, List.of(Identity.generate(), identity)))
                    .isEqualTo(PLAIN);
        }
        assertThat(AgeFile.isOne(encrypted)).isTrue();
        assertThatThrownBy(() -> AgeFile.encrypt(PLAIN, List.of(), form)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_flipped_bit_anywhere_in_a_passphrases_file_is_refused(AgeFile.Form form) {
        // given
        var encrypted = AgeFile.encrypt(PLAIN, PASSPHRASE, form, QUICK);
        assertThat(AgeFile.decrypt(encrypted, PASSPHRASE)).isEqualTo(PLAIN);
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            // when
            var flipped = encrypted.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (new String(flipped, StandardCharsets.ISO_8859_1).matches("(?s).* 1[0-9]\n.*")) {
                continue; // another work factor: refused as well, after seconds
            }
            // then
            assertThatThrownBy(() -> AgeFile.decrypt(flipped, PASSPHRASE))
                    .isInstanceOf(Undecryptable.class)
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void rubbish_is_refused_and_nothing_else_happens() {
        var identities = List.of(Identity.generate());
        var whole = AgeFile.encrypt(PLAIN, List.of(identities.getFirst().recipient()), AgeFile.Form.BINARY);
        for (long seed = 0; seed < 2_000; seed++) {
            // given
            var random = new SplittableRandom(seed);
            var rubbish = new byte[random.nextInt(whole.length)];
            random.nextBytes(rubbish);
            System.arraycopy(whole, 0, rubbish, 0, random.nextInt(rubbish.length + 1));
            // when, then
            assertThatThrownBy(() -> AgeFile.decrypt(rubbish, identities))
                    .as("seed %d", seed)
                    .isInstanceOf(Undecryptable.class);
        }
    }

    @Test
    void too_much_work_is_refused_before_it_is_done() {
        // given
        var file =
                new String(AgeFile.encrypt(PLAIN, PASSPHRASE, AgeFile.Form.BINARY, QUICK), StandardCharsets.ISO_8859_1);
        var greedy = file.replace(" " + QUICK + "\n", " 30\n").getBytes(StandardCharsets.ISO_8859_1);
        // when, then
        assertThatThrownBy(() -> AgeFile.decrypt(greedy, PASSPHRASE)).hasMessageContaining("2^30");
    }

    @Test
    void an_identity_behind_a_passphrase_comes_back_with_it_alone() {
        // given
        var identity = Identity.generate();
        var plain = IdentityFile.of(identity, Instant.EPOCH);
        // when
        var guarded = AgeFile.encrypt(plain, PASSPHRASE, AgeFile.Form.ARMORED, QUICK);
        // then
        assertThat(IdentityFile.isProtected(guarded)).isTrue();
        assertThat(IdentityFile.read(guarded, PASSPHRASE))
                .singleElement()
                .satisfies(read -> assertThat(read.recipient()).isEqualTo(identity.recipient()));
        assertThatThrownBy(() -> IdentityFile.read(guarded, Secret.of("another")))
                .isInstanceOf(Undecryptable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment\n",
                "AGE-SECRET-KEY-1PMTZC2AATC72J5EZCANE46PESZUG2K5F7QRCCWY5LTN0RGVWGNYQR3QLT4\n",
                "age-secret-key-1pmtzc2aatc72j5ezcane46peszug2k5f7qrccwy5ltn0rgvwgnyqr3qlt3\n",
                "ssh-ed25519 AAAA\n",
            })
    void a_file_without_an_identity_is_refused(String content) {
        assertThatThrownBy(() -> IdentityFile.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Undecryptable.class)
                .hasMessageNotContainingAny("1PMTZC", "1pmtzc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "age1",
                "age16yhwfuxcz6ytnj4jqwefh0l0h9d2hr3yftttrmhkfc4xkwd9kd9q842vng",
                "AGE16YHWFUXCZ6YTNJ4JQWEFH0L0H9D2HR3YFTTTRMHKFC4XKWD9KD9Q842VNF",
                "age1pq1qqqq",
                "ssh-ed25519 AAAA",
            })
    void what_is_no_recipient_is_refused(String text) {
        assertThatThrownBy(() -> new Recipient(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
