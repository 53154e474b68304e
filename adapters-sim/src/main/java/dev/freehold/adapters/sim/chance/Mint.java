package dev.freehold.adapters.sim.chance;

/// Makes up what real systems make up (identifiers, digests, keys) for one thing: always the same for the
/// same seed, id and generation.
public final class Mint {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final String OCID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Seed own;

    public Mint(Seed seed, String whom, int generation) {
        this.own = new Seed(seed.of(whom, generation));
    }

    /// @param type Oracle's word for the kind of thing
    /// @param region empty for what belongs to no region
    public String ocid(String type, String region) {
        return "ocid1." + type + ".oc1." + region + ".aaaaaaaa" + letters(52, OCID_LETTERS, 5);
    }

    public String sha256() {
        return letters(64, HEXADECIMAL, 4);
    }

    /// SHA-256 as certificates show it: 32 pairs, colons between.
    public String certificateFingerprint() {
        var digits = letters(64, "0123456789ABCDEF", 4);
        var pairs = new StringBuilder(95);
        for (int i = 0; i < 64; i += 2) {
            pairs.append(i == 0 ? "" : ":").append(digits, i, i + 2);
        }
        return pairs.toString();
    }

    public String ageRecipient() {
        return "age1" + letters(58, BECH32, 5);
    }

    public String sshPublicKey(String comment) {
        return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + letters(43, BASE64, 6) + " " + comment;
    }

    /// An even draw from 0 up to `bound`, the same for the same `draw`.
    public long below(long bound, int draw) {
        return Long.remainderUnsigned(bits(1000 + draw), bound);
    }

    private String letters(int count, String alphabet, int bitsEach) {
        var text = new char[count];
        int mask = (1 << bitsEach) - 1;
        int question = 0;
        long bits = 0;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (left < bitsEach) {
                bits = bits(question++);
                left = Long.SIZE;
            }
            text[i] = alphabet.charAt((int) (bits & mask));
            bits >>>= bitsEach;
            left -= bitsEach;
        }
        return new String(text);
    }

    private long bits(int question) {
        return own.of(question);
    }
}
