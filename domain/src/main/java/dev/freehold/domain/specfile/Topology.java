package dev.freehold.domain.specfile;

/// The platforms that a new spec can start from.
public enum Topology {
    THREE_NODE,
    TWO_NODE
}
