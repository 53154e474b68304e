package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.ServedLab;
import dev.freehold.lab.fault.WireFault.Mishap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys, passphrases, auth keys and signatures stand in the files that are made for them, and nowhere else: not in
/// what a deployment prints, records or logs, nor when half of its calls fail.
class NoSecretWrittenTest {
    /// What a secret looks like wherever it stands: the signature of a request, an auth key, a token of the
    /// tailnet.
    private static final List<String> FORMS = List.of("signature=\"", "tskey-auth-", "Bearer ", "AGE-SECRET-KEY-1");

    @TempDir
    Path home;

    @Test
    void nothing_that_is_printed_recorded_or_logged_holds_a_secret() throws Exception {
        // given
        var printed = new StringBuilder();
        var faults = Files.writeString(
                home.resolve("wire-faults.yaml"),
                "- {method: POST, path: '*', error: " + Mishap.TRUNCATED.word() + ", times: 12}\n");
        Map<String, String> secrets;
        // when
        try (var lab = ServedLab.in(home, settings -> settings.withWireFaults(faults))) {
            for (var line : List.of(
                    "deploy oci --yes --prebuilt-images --verbose",
                    "deploy oci --yes --prebuilt-images -o json",
                    "validate oci cost",
                    "runs",
                    "outputs setup",
                    "outputs oci",
                    "explain setup/tailnet-credential/homelab",
                    "state show setup/ssh-key-pair/homelab",
                    "drift")) {
                var started = lab.run(line.split(" "));
                printed.append(started.out()).append(started.err());
            }
            secrets = secrets();
            printed.append(lab.run("destroy", "oci", "--yes").out());
        }
        // then
        assertThat(secrets).as("what is looked for").hasSizeGreaterThanOrEqualTo(3);
        var written = new LinkedHashMap<String, String>();
        written.put("what was printed", printed.toString());
        for (var file : files()) {
            written.put(home.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(written).as("files looked through").hasSizeGreaterThan(10);
        written.forEach((where, text) -> {
            secrets.forEach((what, secret) -> {
                if (!where.equals(what)) {
                    assertThat(text.contains(secret)).as(what + " in " + where).isFalse();
                }
            });
            if (!secrets.containsKey(where)) {
                FORMS.forEach(form -> assertThat(text.contains(form))
                        .as(form + " in " + where)
                        .isFalse());
            }
        });
    }

    /// The lines of the files that are there to hold a secret, by the file's place.
    private Map<String, String> secrets() throws IOException {
        var secrets = new LinkedHashMap<String, String>();
        for (var file : files()) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            var place = home.relativize(file).toString();
            if (text.contains("PRIVATE KEY-----")) {
                // A line in the middle, which nothing else has.
                secrets.put(place, text.lines().skip(3).findFirst().orElseThrow());
            } else if (text.startsWith("tskey-client-")) {
                secrets.put(place, text.strip());
            } else if (text.contains("AGE-SECRET-KEY-1")) {
                secrets.put(
                        place,
                        text.lines()
                                .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
                                .findFirst()
                                .orElseThrow());
            }
        }
        return secrets;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(home)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
