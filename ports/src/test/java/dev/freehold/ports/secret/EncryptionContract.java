package dev.freehold.ports.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What every encryption does.
public interface EncryptionContract {
    /// The same identity throughout a case, and each time as if by another process.
    Encryption encryption();

    /// Somebody else's.
    Encryption another();

    @Test
    default void what_was_encrypted_is_decrypted() {
        // lengths around a stream's chunks of 64 KiB
        for (int length : new int[] {0, 1, 31, 65_535, 65_536, 65_537, 131_072, 200_000}) {
            // given
            var plain = plain(length);
            // when
            var encrypted = encryption().encrypt(plain);
            // then
            assertThat(encryption().decrypt(encrypted)).as("%d bytes", length).isEqualTo(plain);
        }
    }

    @Test
    default void twice_the_same_looks_different() {
        assertThat(encryption().encrypt(plain(100))).isNotEqualTo(encryption().encrypt(plain(100)));
    }

    @Test
    default void nobody_else_decrypts_it() {
        // given
        var encrypted = encryption().encrypt(plain(100));
        // when, then
        assertThatThrownBy(() -> another().decrypt(encrypted)).isInstanceOf(Undecryptable.class);
    }

    @Test
    default void a_flipped_bit_anywhere_is_refused() {
        // given
        var encrypted = encryption().encrypt(plain(40));
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            // when
            var flipped = encrypted.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            // then
            assertThatThrownBy(() -> encryption().decrypt(flipped))
                    .as("bit %d", bit)
                    .isInstanceOf(Undecryptable.class);
        }
    }

    @Test
    default void what_was_cut_short_is_refused() {
        // given
        var encrypted = encryption().encrypt(plain(40));
        for (int length = 0; length < encrypted.length; length++) {
            // when
            var cut = Arrays.copyOf(encrypted, length);
            // then
            assertThatThrownBy(() -> encryption().decrypt(cut))
                    .as("the first %d bytes", cut.length)
                    .isInstanceOf(Undecryptable.class);
        }
    }

    private static byte[] plain(int length) {
        var plain = new byte[length];
        new SplittableRandom(length).nextBytes(plain);
        return plain;
    }
}
