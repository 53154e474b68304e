package dev.freehold.platform;

import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.fit.Fit;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Two specs of the same names, each of which may be and fits: the second has the first one's order, names, private
/// and tailnet addresses permuted, some of these or all.
///
/// @param first with at least two machines
record Permuted(Spec first, Spec second) {

    static Permuted of(long seed) {
        var random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 7);
        for (long from = seed; ; from += 1_000_003) {
            var first = AnySpec.such(from, spec -> spec.nodes().size() > 1 && isPossible(spec));
            var second = other(first, random, 20);
            if (second.isPresent()) {
                return new Permuted(first, second.get());
            }
        }
    }

    /// Another permutation of a spec of which there are many.
    static Spec next(Spec spec, Random random) {
        return other(spec, random, 1_000).orElseThrow();
    }

    private static Optional<Spec> other(Spec spec, Random random, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            var other = permuted(spec, random);
            if (!other.nodes().equals(spec.nodes()) && isPossible(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    static boolean isPossible(Spec spec) {
        // Oracle launches none with more memory than that, whatever is paid for it.
        boolean isLaunched = spec.nodes().stream()
                .allMatch(node -> node.size()
                                .memory()
                                .count()
                                .compareTo(node.size().ocpus().count().multiply(BigDecimal.valueOf(64)))
                        <= 0);
        if (!isLaunched) {
            return false;
        }
        var usage = Usage.ofAll(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes());
        var allowance = Allowances.byId(spec.account().allowance()).orElseThrow();
        return Ledger.of(spec, allowance, usage).violations().isEmpty()
                && Fit.of(spec).violations().isEmpty();
    }

    private static Spec permuted(Spec spec, Random random) {
        var names = shuffled(spec.nodes(), NodeSpec::name, random);
        var addresses = shuffled(spec.nodes(), NodeSpec::address, random);
        var tailnet = shuffled(spec.nodes(), NodeSpec::tailnetAddress, random);
        var nodes = new ArrayList<NodeSpec>();
        for (int at = 0; at < names.size(); at++) {
            nodes.add(with(spec.nodes().get(at), names.get(at), addresses.get(at), tailnet.get(at)));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(nodes, random);
        }
        return new Vary(spec).nodes(nodes).spec();
    }

    /// One thing of each node, in another order every other time.
    private static <T> List<T> shuffled(List<NodeSpec> nodes, Function<NodeSpec, T> of, Random random) {
        var all = new ArrayList<>(nodes.stream().map(of).toList());
        if (random.nextBoolean()) {
            Collections.shuffle(all, random);
        }
        return all;
    }

    static NodeSpec with(NodeSpec node, String name, Ipv4 address, Ipv4 tailnet) {
        return new NodeSpec(name, node.role(), node.size(), address, node.publicIp(), tailnet);
    }
}
