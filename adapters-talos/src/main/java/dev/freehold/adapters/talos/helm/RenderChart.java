package dev.freehold.adapters.talos.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The process in which one chart is rendered. Helm's library takes over the signals of the process it is in, so
/// it never comes into ours.
final class RenderChart {
    static final String MANIFESTS = "manifests";
    static final String FAULT = "fault";

    private RenderChart() {}

    /// @param arguments the packed chart, the release, the namespace, the version of Kubernetes, a file of
    /// values,
    ///     and the folder that the manifests, or Helm's words, are written into
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[5]);
        Thread.ofPlatform().daemon().name("starter").start(RenderChart::endWithStarter);
        try {
            var manifests = Helm.template(arguments[0])
                    .withName(arguments[1])
                    .withNamespace(arguments[2])
                    .withKubeVersion(arguments[3])
                    .withValuesFile(Path.of(arguments[4]))
                    .call();
            Files.writeString(folder.resolve(MANIFESTS), manifests);
        } catch (IllegalStateException refused) {
            Files.writeString(folder.resolve(FAULT), String.valueOf(refused.getMessage()));
        }
    }

    /// Standard input is a pipe that nobody writes to: it ends when whoever started this is gone, however that
    /// came about. Signals are Helm's here and end nothing.
    private static void endWithStarter() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes
            }
        } catch (IOException gone) {
            // the same
        }
        Runtime.getRuntime().halt(1);
    }
}
