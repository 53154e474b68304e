package dev.freehold.domain.specfile;

import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import java.util.Optional;

/// The platforms that a new spec can start from, each with its commented text.
public enum Topology {
    /// The default platform: what the first allowance gave.
    THREE_NODE("three-node", "three hosts with Ceph and a bastion, on the allowance that ended in June 2026"),
    /// What today's allowance gives.
    TWO_NODE("two-node", "two hosts without Ceph and a bastion, on the allowance since June 2026");

    private final String word;
    private final String description;

    Topology(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /// What it is called on the command line.
    public String word() {
        return word;
    }

    /// In a few words, for whoever chooses.
    public String description() {
        return description;
    }

    /// The spec that [#text] reads as.
    public Spec spec() {
        return switch (this) {
            case THREE_NODE -> DefaultSpec.threeNode();
            case TWO_NODE -> DefaultSpec.twoNode();
        };
    }

    /// What `freehold init` writes.
    public String text() {
        return switch (this) {
            case THREE_NODE -> TopologyText.threeNode();
            case TWO_NODE -> TopologyText.twoNode();
        };
    }

    public static Optional<Topology> ofWord(String word) {
        for (var topology : values()) {
            if (topology.word.equals(word)) {
                return Optional.of(topology);
            }
        }
        return Optional.empty();
    }
}
