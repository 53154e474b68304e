package dev.freehold.engine.pace;

/// What a seed decides. The same question always gets the same answer, so that one resource's luck doesn't
/// depend on what else is deployed, nor on the order of calls.
public final class Chance {
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L; // 2^64 over the golden ratio, as SplitMix64's

    private Chance() {}

    /// 64 evenly spread bits.
    ///
    /// @param whom what is asked about; a hash will do
    /// @param question which of its questions
    public static long bits(long seed, long whom, long question) {
        return mixed(mixed(mixed(seed + STEP) ^ (whom * STEP)) ^ (question * STEP));
    }

    /// From -1 up to 1.
    public static double share(long seed, long whom, long question) {
        return (bits(seed, whom, question) >> 10) * 0x1.0p-53;
    }

    /// SplitMix64's last step: a bijection in which each bit of the input moves half of the output's.
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
