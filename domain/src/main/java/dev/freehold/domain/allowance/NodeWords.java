package dev.freehold.domain.allowance;

import dev.freehold.domain.spec.NodeSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How violations of a single node read: what was found, what is allowed, what to do.
final class NodeWords {
    private NodeWords() {}

    static Violation fraction(NodeSpec node, int at) {
        var count = node.size().ocpus().count();
        var nearest = count.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        var message = node.name() + " asks for " + count.toPlainString()
                + " OCPU; an A1 instance has whole OCPUs, at least 1. Write ocpus: " + nearest + ".";
        return new Violation(LimitRule.OCPU_INTEGER, message, count, nearest, "nodes[" + at + "].ocpus");
    }

    static Violation smallBootVolume(NodeSpec node, int at, BigDecimal minimum) {
        var size = node.size().bootVolume().count();
        var message = node.name() + " asks for a boot volume of " + size.toPlainString()
                + " GB; Oracle makes none under " + minimum + " GB. Write boot-volume-gb: " + minimum + ".";
        return new Violation(LimitRule.BOOT_VOLUME_MINIMUM, message, size, minimum, "nodes[" + at + "].boot-volume-gb");
    }
}
