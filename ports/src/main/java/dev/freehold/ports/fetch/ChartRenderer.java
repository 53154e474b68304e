package dev.freehold.ports.fetch;

import dev.freehold.ports.driver.Context;
import java.nio.file.Path;

/// Makes manifests of a Helm chart, as `helm template` would, without a cluster.
public interface ChartRenderer {

    /// @throws Silent if it did not end in time
    Answer render(Chart chart, Context context) throws InterruptedException;

    /// What is to be rendered.
    ///
    /// @param file the packed chart (`.tgz`)
    /// @param release the release's name
    /// @param values YAML
    /// @param kubernetes the version that the chart is told, such as `1.34.0`
    record Chart(Path file, String release, String namespace, String values, String kubernetes) {}

    sealed interface Answer {}

    /// @param manifests YAML documents, the same for the same chart; without hooks and without the chart's CRDs
    record Rendered(String manifests) implements Answer {}

    /// The chart does not take these values, or this computer has no Helm.
    ///
    /// @param words Helm's own, and what to do
    record NotRendered(String words) implements Answer {}
}
