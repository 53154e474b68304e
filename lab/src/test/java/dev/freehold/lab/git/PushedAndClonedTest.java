package dev.freehold.lab.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PushedAndClonedTest {
    private static final String ADDRESS = "/github.com/you/freehold-flux.git";

    @TempDir
    private Path folder;

    private static JsonNode git(Lab lab) {
        return new ObjectMapper().readTree(lab.endpoints().toJson()).path("git");
    }

    private Path committed() throws Exception {
        var work = folder.resolve("work");
        try (var git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            Files.writeString(work.resolve("a.yaml"), "a: 1\n".repeat(10_000));
            git.add().addFilepattern("a.yaml").call();
            git.commit()
                    .setSign(false)
                    .setMessage("First")
                    .setAuthor("a", "b")
                    .setCommitter("a", "b")
                    .call();
        }
        return work;
    }

    private static void push(Path work, JsonNode host, String password) throws Exception {
        try (var git = Git.open(work.toFile())) {
            git.push()
                    .setRemote(new URIish(host.path("endpoint").asString() + ADDRESS).toString())
                    .setCredentialsProvider(new UsernamePasswordCredentialsProvider(
                            host.path("user").asString(), password))
                    .add("main")
                    .call();
        }
    }

    @Test
    void what_was_pushed_with_the_password_can_be_cloned_by_anybody_and_outlives_the_lab() throws Exception {
        // given
        var work = committed();
        try (var lab = Lab.start(LabSettings.in(folder.resolve("lab")))) {
            var host = git(lab);
            push(
                    work,
                    host,
                    Files.readString(Path.of(host.path("passwordFile").asString()))
                            .strip());
        }
        // when
        try (var lab = Lab.start(LabSettings.in(folder.resolve("lab")))) {
            Git.cloneRepository()
                    .setURI(git(lab).path("endpoint").asString() + ADDRESS)
                    .setDirectory(folder.resolve("clone").toFile())
                    .call()
                    .close();
        }
        // then
        assertThat(folder.resolve("clone/a.yaml")).hasSameTextualContentAs(work.resolve("a.yaml"));
    }

    @Test
    void without_the_password_nothing_is_pushed() throws Exception {
        // given
        var work = committed();
        try (var lab = Lab.start(LabSettings.in(folder.resolve("lab")))) {
            // when, then
            assertThatThrownBy(() -> push(work, git(lab), "guessed")).isInstanceOf(TransportException.class);
            assertThatThrownBy(() -> Git.lsRemoteRepository()
                            .setRemote(git(lab).path("endpoint").asString() + ADDRESS)
                            .call())
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    @Tag("third-party")
    void git_itself_pushes_and_clones() throws Exception {
        // given
        var work = committed();
        try (var lab = Lab.start(LabSettings.in(folder.resolve("lab")))) {
            var host = git(lab);
            var password = Files.readString(Path.of(host.path("passwordFile").asString()))
                    .strip();
            var url = host.path("endpoint").asString() + ADDRESS;
            var header = "http.extraHeader=Authorization: Basic "
                    + java.util.Base64.getEncoder()
                            .encodeToString(
                                    (host.path("user").asString() + ':' + password).getBytes(StandardCharsets.UTF_8));
            // when
            var pushed = run("git", "-C", work.toString(), "-c", header, "push", url, "main");
            var cloned = run("git", "clone", url, folder.resolve("clone").toString());
            var checked = run("git", "-C", folder.resolve("clone").toString(), "fsck", "--strict");
            // then
            assertThat(pushed).isZero();
            assertThat(cloned).isZero();
            assertThat(checked).isZero();
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw missing;
        }
        return process.waitFor();
    }

    @Test
    void publishers_have_small_charts_and_components_of_every_version_and_nothing_else() throws Exception {
        try (var lab = Lab.start(LabSettings.in(folder.resolve("lab")));
                var client = HttpClient.newHttpClient()) {
            var base = new ObjectMapper()
                    .readTree(lab.endpoints().toJson())
                    .path("publications")
                    .path("endpoint")
                    .asString();
            var chart = client.send(get(base + "/helm.cilium.io/cilium-1.20.3.tgz"), BodyHandlers.ofByteArray());
            var again = client.send(get(base + "/helm.cilium.io/cilium-1.20.3.tgz"), BodyHandlers.ofByteArray());
            var flux = client.send(
                    get(base + "/github.com/fluxcd/flux2/releases/download/v2.9.4/install.yaml"),
                    BodyHandlers.ofString());
            var other = client.send(get(base + "/example.org/chart.tgz"), BodyHandlers.ofByteArray());
            assertThat(chart.body()).startsWith(0x1f, 0x8b).isEqualTo(again.body());
            assertThat(flux.body()).contains("app.kubernetes.io/version: v2.9.4", "kind: CustomResourceDefinition");
            assertThat(other.statusCode()).isEqualTo(404);
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }
}
