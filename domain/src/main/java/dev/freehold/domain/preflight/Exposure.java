package dev.freehold.domain.preflight;

import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a spec leaves open to others: said while it is planned, and refused where it is real and gives the cluster
/// away.
public final class Exposure {
    private static final String PLAIN = "http://";

    /// Blocks shorter than any that one network is given: whoever writes one means everybody, or half of them.
    private static final int SHORTEST_NETWORK = 8;

    private Exposure() {}

    /// What whoever plans is told, a sentence or a few each.
    static List<String> remarks(Spec spec) {
        var remarks = new ArrayList<String>();
        for (var from : spec.network().sshFrom()) {
            if (from.prefix() < SHORTEST_NETWORK) {
                remarks.add(
                        "The bastion's SSH is open to " + from + ", that is to anybody who tries; its keys alone keep"
                                + " them out. Write your own address into network.ssh-from, such as 203.0.113.7/32.");
            }
        }
        if (isPlain(spec)) {
            remarks.add("Flux follows " + spec.cluster().gitops().repository()
                    + " over plain http: whoever is on the way can change"
                    + " what runs in the cluster. On live it is refused; write https:// or ssh:// into"
                    + " gitops.repository.");
        }
        return remarks;
    }

    /// What is wrong with the spec where it is real, however well it would work.
    public static Optional<Mistake> mistake(Spec spec) {
        return isPlain(spec)
                ? Optional.of(Mistake.at(
                        0,
                        "gitops.repository",
                        "'" + Mistake.shown(spec.cluster().gitops().repository())
                                + "' is plain http, over which whoever is on the way can change what runs in the"
                                + " cluster; on live it has to begin with https:// or ssh://"))
                : Optional.empty();
    }

    private static boolean isPlain(Spec spec) {
        return spec.cluster().gitops().repository().startsWith(PLAIN);
    }
}
