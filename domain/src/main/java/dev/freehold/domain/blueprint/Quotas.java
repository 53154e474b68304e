package dev.freehold.domain.blueprint;

import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The statements of the compartment's quota policy: everything that could cost is zero, then what the spec
/// asks for is set. Later statements win within a policy, and between policies the strictest wins, so there
/// is one policy and the zero lines come first.
final class Quotas {
    /// Families whose every quota is zero, some of them set again below. `vcn` is not among them: a zero for
    /// its public addresses would forbid the VCN itself.
    private static final List<String> FAMILIES = List.of(
            "compute-core",
            "compute-memory",
            "compute",
            "block-storage",
            "object-storage",
            "load-balancer",
            "database",
            "filesystem",
            "container-engine",
            "compute-management",
            "auto-scaling");

    /// What Oracle gives of Object Storage for free, in bytes: 20 GB, over all tiers.
    private static final long OBJECT_STORAGE_BYTES = 21_474_836_480L;

    private Quotas() {}

    static List<String> of(Spec spec) {
        var in = " in compartment " + spec.account().compartment();
        var statements = new ArrayList<String>();
        for (var family : FAMILIES) {
            statements.add("zero " + family + " quotas" + in);
        }
        var cores = sum(spec, Shape.A1_FLEX, node -> node.size().ocpus().count());
        var memory = sum(spec, Shape.A1_FLEX, node -> node.size().memory().count());
        var micros = sum(spec, Shape.E2_1_MICRO, _ -> BigDecimal.ONE);
        var disks = spec.nodes().stream()
                .map(node -> whole(node.size().bootVolume().count()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // the regional lines too: launches fail with QuotaExceeded where they stay zero
        set(statements, "compute-core", "standard-a1-core-count", cores, in);
        set(statements, "compute-core", "standard-a1-core-regional-count", cores, in);
        set(statements, "compute-core", "standard-e2-micro-core-count", micros, in);
        set(statements, "compute-memory", "standard-a1-memory-count", memory, in);
        set(statements, "compute-memory", "standard-a1-memory-regional-count", memory, in);
        set(statements, "compute", "custom-image-count", BigDecimal.valueOf(ImagesDrawing.MOST_IMAGES), in);
        set(statements, "block-storage", "total-storage-gb", disks, in);
        // Oracle's page on block volume quotas counts boot volumes here: while this is zero no instance can be
        // launched.
        set(
                statements,
                "block-storage",
                "volume-count",
                BigDecimal.valueOf(spec.nodes().size()),
                in);
        set(statements, "object-storage", "storage-bytes", BigDecimal.valueOf(OBJECT_STORAGE_BYTES), in);
        var balancer = spec.access().loadBalancer();
        if (balancer != null) {
            set(statements, "load-balancer", "lb-flexible-count", BigDecimal.ONE, in);
            var bandwidth = BigDecimal.valueOf(balancer.max().count());
            set(statements, "load-balancer", "lb-flexible-bandwidth-sum", bandwidth, in);
        }
        return statements;
    }

    private static BigDecimal sum(Spec spec, Shape shape, Function<NodeSpec, BigDecimal> what) {
        return spec.nodes().stream()
                .filter(node -> node.size().shape() == shape)
                .map(node -> whole(what.apply(node)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Oracle counts each machine and each volume in whole units: two of half a gigabyte more are two more.
    private static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING);
    }

    private static void set(List<String> statements, String family, String quota, BigDecimal to, String in) {
        statements.add("set " + family + " quota " + quota + " to " + to.toPlainString() + in);
    }
}
