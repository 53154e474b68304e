package dev.freehold.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.time.ScaledClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that serves a lab and dies by SIGKILL while it is asked for things.
class KilledLabTest {
    @TempDir
    Path folder;

    /// The process: prints where it listens.
    static final class Serving {
        private Serving() {}

        public static void main(String[] folder) throws IOException {
            var lab = Lab.start(LabSettings.in(Path.of(folder[0])));
            System.out.println(lab.endpoints().oci());
            // Its server's threads keep no process alive.
            System.in.read();
        }
    }

    @ParameterizedTest(name = "killed after {0} answers")
    @ValueSource(ints = {1, 40, 150})
    void what_was_answered_is_there_after_a_kill_and_once(int answers) throws Exception {
        // given
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Serving.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> answered;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var endpoint = URI.create(out.readLine());
            // when
            answered = askUntilKilled(new Client(endpoint, signer()), process, answers);
        } finally {
            process.destroyForcibly().waitFor();
        }
        // then
        assertThat(answered).hasSizeGreaterThanOrEqualTo(answers);
        assertThat(LabEndpoints.of(folder)).isEmpty();
        try (var lab = Lab.start(LabSettings.in(folder))) {
            var client = new Client(lab.endpoints().oci(), signer());
            var root = lab.endpoints().ociCompartment();
            var there = client.get("/20160918/networkSecurityGroups?limit=1000&compartmentId=" + root)
                    .json();
            assertThat(there.valueStream().map(one -> one.path("displayName").asString()))
                    .doesNotHaveDuplicates()
                    .containsAll(answered);
            assertThat(there.size()).isLessThanOrEqualTo(answered.size() + 1);
        }
    }

    /// Of this test, whoever runs it: Surefire says it in a property, JUnit's console loads it by a loader of
    /// its own.
    private static String classPath() {
        if (KilledLabTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Signer signer() throws IOException, GeneralSecurityException {
        var now = ScaledClock.from(ManualClock.START, 1).wall();
        return Signer.of(folder.resolve("oci").resolve("config")).at(now);
    }

    /// The names of what was answered; the last request is under way when the process dies.
    private static List<String> askUntilKilled(Client client, Process process, int answers) {
        var tenancy =
                client.signer().keyId().substring(0, client.signer().keyId().indexOf('/'));
        var vcn = client.post(
                        "/20160918/vcns", "{'compartmentId': '%s', 'cidrBlock': '10.0.0.0/16'}".formatted(tenancy))
                .id();
        var answered = new ArrayList<String>();
        for (var i = 0; i < 10_000; i++) {
            var name = "group-" + i;
            var body = "{'compartmentId': '%s', 'vcnId': '%s', 'displayName': '%s'}".formatted(tenancy, vcn, name);
            try {
                if (answered.size() == answers) {
                    Thread.ofVirtual().start(process::destroyForcibly);
                }
                assertThat(client.post("/20160918/networkSecurityGroups", body).status())
                        .isEqualTo(200);
                answered.add(name);
            } catch (java.io.UncheckedIOException killed) {
                return answered;
            }
        }
        throw new AssertionError("The process outlived 10,000 requests");
    }
}
