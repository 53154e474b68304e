package dev.freehold.app.shell.action.setup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/// Programs and definitions that `src/test/sh/install-kubernetes-tools` brings.
///
/// @param schemas a folder of JSON schemas made of the definitions
record KubernetesTools(Path folder, Path schemas) {

    /// @param code how it ended
    record Ended(int code, String said) {}

    /// What kubeconform made of some files.
    ///
    /// @param valid how many objects are as they must be
    /// @param complaints about each other one, with those whose definition is missing
    record Verdict(int valid, List<String> complaints) {}

    /// Where they were not brought the tests are skipped, but never in CI.
    static KubernetesTools installed(Path schemas) throws IOException {
        var folder = Path.of("").toAbsolutePath().resolveSibling("target").resolve("tools/kubernetes");
        assumeTrue(
                Files.exists(folder.resolve("versions")) || "true".equals(System.getenv("CI")),
                "kubeconform is not there; see src/test/sh/install-kubernetes-tools");
        KubernetesSchemas.write(folder.resolve("swagger.json"), folder.resolve("crds"), schemas);
        return new KubernetesTools(folder, schemas);
    }

    /// The publisher's own.
    Path ciliumChart() {
        return folder.resolve("cilium.tgz");
    }

    /// Every object of the files against its schema, and no key twice.
    Verdict strictly(List<Path> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                folder.resolve("kubeconform").toString(),
                "-strict",
                "-summary",
                "-verbose",
                "-output",
                "json",
                "-schema-location",
                schemas.resolve(KubernetesSchemas.FILES).toString()));
        files.forEach(file -> command.add(file.toString()));
        var ended = run(command);
        var answer = new ObjectMapper().readTree(ended.said());
        var complaints = new ArrayList<String>();
        for (var resource : answer.path("resources")) {
            if (!resource.path("status").asString().equals("statusValid")) {
                complaints.add(resource.toString());
            }
        }
        if (ended.code() == 0 != complaints.isEmpty()) {
            throw new AssertionError("kubeconform ended with " + ended.code() + ":\n" + ended.said());
        }
        return new Verdict(answer.path("summary").path("valid").asInt(), complaints);
    }

    /// What `kustomize build` makes of a folder.
    Ended kustomize(Path built) throws IOException, InterruptedException {
        return run(List.of(folder.resolve("kustomize").toString(), "build", built.toString()));
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
