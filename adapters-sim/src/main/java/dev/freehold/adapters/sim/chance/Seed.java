package dev.freehold.adapters.sim.chance;

/// The one number that all chance comes from. Each question (of whom, what, for which time) has its own
/// answer, so that answers do not depend on the order in which they are asked.
///
/// @param number zero stands for no chance at all: whoever asks for a deviation then gets none
public record Seed(long number) {
    public static final Seed ZERO = new Seed(0);

    /// An odd constant near 2^64 divided by the golden ratio, as SplitMix64 steps by.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    public boolean isZero() {
        return number == 0;
    }

    /// 64 evenly spread bits for `question`; different questions never have the same.
    public long of(long question) {
        return mixed(mixed(number + STEP) ^ (question * STEP));
    }

    /// 64 evenly spread bits for `question` asked of `whom`.
    public long of(String whom, long question) {
        long bits = number;
        for (int i = 0; i < whom.length(); i++) {
            bits = (bits ^ whom.charAt(i)) * STEP;
            bits ^= bits >>> 29;
        }
        return new Seed(bits).of(question);
    }

    /// A number from 0 up to 1 for `question` asked of `whom`.
    public double share(String whom, long question) {
        return share(of(whom, question));
    }

    /// A number drawn from the normal distribution of mean 0 and deviation 1.
    public double normal(String whom, long question) {
        long bits = of(whom, question);
        // Box and Muller's transformation; 1 less the share is never 0.
        double radius = Math.sqrt(-2 * Math.log(1 - share(bits)));
        return radius * Math.cos(2 * Math.PI * share(mixed(bits + STEP)));
    }

    private static double share(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /// SplitMix64's finalizer: a bijection that spreads each bit over all.
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
