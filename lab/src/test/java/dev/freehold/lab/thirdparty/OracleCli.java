package dev.freehold.lab.thirdparty;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.lab.LabEndpoints;
import dev.freehold.lab.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Oracle's own command line against a lab: one process a call, with the files that the lab writes for clients. It
/// takes a second or two to start, so calls are few.
record OracleCli(Path program, LabEndpoints endpoints, Path config) {
    /// Made once and used by every later run: the package is large, and takes a minute or two to install.
    private static final Path ENVIRONMENT = Path.of("target", "oci-cli").toAbsolutePath();

    record Ended(int code, String out, String err) {
        /// What it printed; for commands that print nothing, an empty object.
        JsonNode json() {
            if (code != 0) {
                throw new AssertionError("oci ended with " + code + ":\n" + err + out);
            }
            return out.isBlank() ? Json.object() : Json.parse(out);
        }

        JsonNode data() {
            return json().path("data");
        }

        /// The code of the service's error.
        String refusal() {
            var start = err.indexOf('{');
            return start < 0 ? "" : Json.text(Json.parse(err.substring(start)), "code", "");
        }
    }

    static OracleCli against(LabEndpoints endpoints) {
        return new OracleCli(installed(), endpoints, endpoints.ociConfigFile());
    }

    OracleCli withConfig(Path other) {
        return new OracleCli(program, endpoints, other);
    }

    /// The tests are skipped where there is no Python that can make an environment, but never in CI.
    private static synchronized Path installed() {
        var program = ENVIRONMENT.resolve("bin/oci");
        if (Files.isExecutable(program)) {
            return program;
        }
        var problem = onThePath().map(python -> install(python)).orElse("there is no python3 to install it with");
        assumeTrue(problem.isEmpty() || "true".equals(System.getenv("CI")), "no oci-cli: " + problem);
        if (!problem.isEmpty()) {
            throw new AssertionError("oci-cli could not be installed: " + problem);
        }
        return program;
    }

    private static Optional<Path> onThePath() {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @return what went wrong, empty if nothing did
    private static String install(Path python) {
        try {
            for (var step : List.of(
                    List.of(python.toString(), "-m", "venv", "--clear", ENVIRONMENT.toString()),
                    // Its programs come last, so an environment that was cut short has none and is made again.
                    List.of(ENVIRONMENT.resolve("bin/pip").toString(), "install", "--quiet", "oci-cli"))) {
                var done = run(step, List.of());
                if (done.code() != 0) {
                    return done.err() + done.out();
                }
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Runs one command without the client's own retries: a refusal is to be seen at once.
    Ended oci(String... words) {
        var command = new ArrayList<>(List.of(program.toString(), "--no-retry"));
        command.addAll(List.of(words));
        var variables = List.of(
                "OCI_CLI_CONFIG_FILE=" + config,
                "OCI_CLI_ENDPOINT=" + endpoints.oci(),
                "OCI_CLI_SUPPRESS_FILE_PERMISSIONS_WARNING=True",
                "SUPPRESS_LABEL_WARNING=True");
        try {
            return run(command, variables);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Ended run(List<String> command, List<String> variables) throws IOException {
        var out = Files.createTempFile("oci", ".out");
        var err = Files.createTempFile("oci", ".err");
        try {
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            variables.forEach(variable -> builder.environment()
                    .put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1)));
            int code = builder.start().waitFor();
            return new Ended(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
