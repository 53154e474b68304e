package dev.freehold.adapters.oci.compute;

import dev.freehold.domain.journal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one try to launch a machine draws, from its token alone: in which order it takes the availability
/// domains, whether it names a fault domain, and whether it believes a report that says full. Each try has a
/// token of its own, so that tries spread evenly whoever makes them, before and after a restart.
record LaunchAttempt(long bits) {
    /// FNV-1a's, 64 bits: tokens that follow each other differ in few characters.
    private static final long BASIS = 0xcbf2_9ce4_8422_2325L;

    private static final long PRIME = 0x0000_0100_0000_01b3L;

    static LaunchAttempt of(Token token) {
        long hash = BASIS;
        for (int at = 0; at < token.text().length(); at++) {
            hash = (hash ^ token.text().charAt(at)) * PRIME;
        }
        return new LaunchAttempt(mixed(hash));
    }

    /// SplitMix64's last step: FNV's low bits follow the last characters too closely.
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    private int draw(int question, int below) {
        return (int) Long.remainderUnsigned(mixed(bits + question), below);
    }

    /// `domains`, from one of them on and round.
    List<String> inTurn(List<String> domains) {
        int first = draw(1, domains.size());
        var order = new ArrayList<String>(domains.subList(first, domains.size()));
        order.addAll(domains.subList(0, first));
        return List.copyOf(order);
    }

    /// Mostly none, so that any may serve; on one try in four a certain one, each in its turn.
    Optional<String> faultDomain(List<String> faultDomains) {
        boolean names = draw(2, 4) == 0;
        return names && !faultDomains.isEmpty()
                ? Optional.of(faultDomains.get(draw(3, faultDomains.size())))
                : Optional.empty();
    }

    /// The report is a hint, and no promise: every other try launches all the same.
    boolean launchesAnyway() {
        return draw(4, 2) == 0;
    }
}
