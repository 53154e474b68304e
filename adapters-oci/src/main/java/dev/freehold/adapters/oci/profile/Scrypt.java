package dev.freehold.adapters.oci.profile;

/// scrypt (RFC 7914), by which `openssl pkcs8 -scrypt` makes a key from a passphrase; the JDK lacks it.
final class Scrypt {
    /// Of one block of Salsa20, in words of 32 bits.
    private static final int BLOCK_WORDS = 16;

    private static final int WORD_BYTES = 4;

    private final int[] work;
    private final int[] mixed;
    private final int[] block = new int[BLOCK_WORDS];
    private final int cost;

    private Scrypt(int cost, int blocks) {
        this.cost = cost;
        this.work = new int[2 * blocks * BLOCK_WORDS];
        this.mixed = new int[work.length];
    }

    /// @param cost N, a power of two; the memory is 128 bytes times that times `blocks`
    /// @param blocks r
    /// @param parallel p
    /// @param length in bytes
    static byte[] key(byte[] password, byte[] salt, int cost, int blocks, int parallel, int length) {
        int chunk = 2 * blocks * BLOCK_WORDS * WORD_BYTES;
        var bytes = EncryptedPkcs8.pbkdf2("HmacSHA256", password, salt, 1, chunk * parallel);
        for (int at = 0; at < bytes.length; at += chunk) {
            new Scrypt(cost, blocks).mix(bytes, at);
        }
        return EncryptedPkcs8.pbkdf2("HmacSHA256", password, bytes, 1, length);
    }

    /// scryptROMix (5), over the words of one chunk in their place.
    private void mix(byte[] bytes, int at) {
        for (int word = 0; word < work.length; word++) {
            int from = at + word * WORD_BYTES;
            work[word] = (bytes[from] & 0xFF)
                    | (bytes[from + 1] & 0xFF) << 8
                    | (bytes[from + 2] & 0xFF) << 16
                    | bytes[from + 3] << 24;
        }
        var seen = new int[cost][];
        for (int round = 0; round < cost; round++) {
            seen[round] = work.clone();
            mixBlocks();
        }
        for (int round = 0; round < cost; round++) {
            var other = seen[work[work.length - BLOCK_WORDS] & (cost - 1)];
            for (int word = 0; word < work.length; word++) {
                work[word] ^= other[word];
            }
            mixBlocks();
        }
        for (int word = 0; word < work.length; word++) {
            for (int part = 0; part < WORD_BYTES; part++) {
                bytes[at + word * WORD_BYTES + part] = (byte) (work[word] >>> (8 * part));
            }
        }
    }

    /// scryptBlockMix (4): even blocks come first afterwards, odd ones behind them.
    private void mixBlocks() {
        System.arraycopy(work, work.length - BLOCK_WORDS, block, 0, BLOCK_WORDS);
        for (int at = 0; at < work.length; at += BLOCK_WORDS) {
            for (int word = 0; word < BLOCK_WORDS; word++) {
                block[word] ^= work[at + word];
            }
            salsa();
            int index = at / BLOCK_WORDS;
            int half = index % 2 == 0 ? 0 : work.length / 2;
            System.arraycopy(block, 0, mixed, half + index / 2 * BLOCK_WORDS, BLOCK_WORDS);
        }
        System.arraycopy(mixed, 0, work, 0, work.length);
    }

    /// Salsa20/8 (3) of the block.
    private void salsa() {
        var x = block.clone();
        for (int round = 0; round < 4; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int word = 0; word < BLOCK_WORDS; word++) {
            block[word] += x[word];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
