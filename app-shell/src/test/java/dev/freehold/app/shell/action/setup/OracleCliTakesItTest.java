package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.app.shell.PersonAtTheConsole;
import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import dev.freehold.lab.LabEndpoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle's own command line and OpenSSL take the key and the configuration that setup makes. In CI they must be
/// there; elsewhere what is missing skips the test.
@Tag("third-party")
class OracleCliTakesItTest {
    /// Made once and used by every later run: the package takes a minute or two to install.
    private static final Path ENVIRONMENT = Path.of("target", "oci-cli").toAbsolutePath();

    @TempDir
    private Path home;

    private record Ended(int code, String out, String err) {
        String success() {
            assertThat(code).as(err + out).isZero();
            return out;
        }
    }

    @Test
    void oracles_command_line_uploads_the_key_and_uses_the_configuration() throws Exception {
        var oci = installed();
        try (var _ = ServedLab.in(home)) {
            // given a configuration that the cloud does not know yet
            var endpoints = LabEndpoints.of(home.resolve("lab/world")).orElseThrow();
            var person = new PersonAtTheConsole(home);
            var config = home.resolve("mine").resolve("config");
            var words = List.of(
                    "setup",
                    "oci",
                    "--yes",
                    "--target",
                    "lab",
                    "--home",
                    home.toString(),
                    "--oci-config",
                    config.toString(),
                    "--oci-profile",
                    "work",
                    "--tenancy",
                    person.tenancy(),
                    "--user",
                    person.user());
            assertThat(Started.with(words.toArray(String[]::new)).code()).isEqualTo(1);
            var mine = Map.of(
                    "OCI_CLI_CONFIG_FILE", config.toString(),
                    "OCI_CLI_PROFILE", "work",
                    "OCI_CLI_ENDPOINT", endpoints.oci().toString());
            var refused = run(mine, oci, "--no-retry", "iam", "region-subscription", "list");
            assertThat(refused.err()).contains("NotAuthenticated");
            // when somebody who may uploads the public half
            var admin = Map.of(
                    "OCI_CLI_CONFIG_FILE", endpoints.ociConfigFile().toString(),
                    "OCI_CLI_ENDPOINT", endpoints.oci().toString(),
                    "SUPPRESS_LABEL_WARNING", "True");
            var pem = config.resolveSibling("oci_api_key_public.pem").toString();
            run(admin, oci, "iam", "user", "api-key", "upload", "--user-id", person.user(), "--key-file", pem)
                    .success();
            // then both work, and the client has nothing to warn of
            var regions = run(mine, oci, "iam", "region-subscription", "list");
            assertThat(regions.success()).contains("eu-frankfurt-1");
            assertThat(regions.err()).isEmpty();
            assertThat(run(mine, oci, "os", "ns", "get").success()).contains("\"data\"");
            var started = Started.with(words.toArray(String[]::new));
            assertThat(started.code()).as(started.out() + started.err()).isZero();
        }
    }

    @Test
    void openssl_finds_the_same_fingerprint() throws Exception {
        assumeTrue(isOnThePath("openssl") || isCi(), "openssl is not installed");
        try (var _ = ServedLab.in(home)) {
            var person = new PersonAtTheConsole(home);
            var config = home.resolve("mine").resolve("config");
            Started.with(
                    "setup",
                    "oci",
                    "--target",
                    "lab",
                    "--home",
                    home.toString(),
                    "--oci-config",
                    config.toString(),
                    "--tenancy",
                    person.tenancy(),
                    "--user",
                    person.user());
            // when, as Oracle's page "Required Keys and OCIDs" has it
            var der = home.resolve("public.der").toString();
            var key = config.resolveSibling("oci_api_key.pem").toString();
            run(Map.of(), "openssl", "rsa", "-pubout", "-outform", "DER", "-in", key, "-out", der)
                    .success();
            // then
            var digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(Path.of(der)));
            assertThat(config)
                    .content()
                    .contains("fingerprint=" + HexFormat.ofDelimiter(":").formatHex(digest));
        }
    }

    private static String installed() throws Exception {
        var program = ENVIRONMENT.resolve("bin/oci");
        if (!Files.isExecutable(program)) {
            assumeTrue(isOnThePath("python3") || isCi(), "no oci-cli: there is no python3 to install it with");
            // Its programs come last, so an environment that was cut short has none and is made again.
            for (var step : List.of(
                    List.of("python3", "-m", "venv", "--clear", ENVIRONMENT.toString()),
                    List.of(ENVIRONMENT.resolve("bin/pip").toString(), "install", "--quiet", "oci-cli"))) {
                var done = run(Map.of(), step.toArray(String[]::new));
                assumeTrue(done.code() == 0 || isCi(), "no oci-cli: " + done.err());
                done.success();
            }
        }
        return program.toString();
    }

    private static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static boolean isOnThePath(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Ended run(Map<String, String> variables, String... words) throws Exception {
        var out = Files.createTempFile("run", ".out");
        var err = Files.createTempFile("run", ".err");
        try {
            var builder = new ProcessBuilder(new ArrayList<>(List.of(words)))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(variables);
            int code = builder.start().waitFor();
            return new Ended(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
