package dev.freehold.adapters.talos;

import dev.freehold.adapters.talos.helm.HelmLibrary;
import dev.freehold.ports.fetch.ChartRenderer;

/// The ways to make manifests of a chart.
public final class ChartRenderers {
    private ChartRenderers() {}

    /// By Helm's own code, in a process of its own for each chart.
    public static ChartRenderer helm() {
        return new HelmLibrary();
    }
}
