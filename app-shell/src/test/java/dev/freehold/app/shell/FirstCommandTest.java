package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever comes first in a folder of somebody's repository: nothing of it is committed by mistake, and nobody
/// else can read it, however careless the umask.
class FirstCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1}, --home {2}")
    @CsvSource({
        "sim, plan, .freehold",
        "sim, deploy --yes, .freehold",
        "sim, setup ssh --yes, theirs",
        "sim, secrets set grafana-token --from value, theirs",
        "lab, plan, .freehold",
        "lab, plan, theirs",
        "lab, lab endpoints, .freehold",
        "lab, setup --yes, .freehold",
        "lab, setup --yes, theirs",
        "lab, secrets set grafana-token --from value, .freehold",
        "live, plan, .freehold",
        "live, setup ssh --yes, .freehold",
        "live, secrets set grafana-token --from value, theirs"
    })
    void a_first_command_leaves_nothing_to_commit_and_nothing_to_read(String target, String command, String home)
            throws Exception {
        // given
        var repository = Files.createDirectories(folder.resolve("repository"));
        git(repository, "init", "-q");
        Files.writeString(repository.resolve("value"), "hunter2\n");
        Files.writeString(repository.resolve(".git/info/exclude"), "value\n");
        if (home.equals("theirs")) {
            // A folder of the person's own, with something in it that they want to commit.
            Files.writeString(Files.createDirectories(repository.resolve(home)).resolve("mine"), "");
        }
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--target", target, "--home", home));
        // when
        var said = carelessly(repository, words);
        // then
        git(repository, "add", "-A");
        assertThat(git(repository, "diff", "--cached", "--name-only"))
                .as("staged after %s: %s", words, said)
                .isSubsetOf(".gitignore", "theirs/mine");
        assertThat(readable(repository.resolve(home), home.equals("theirs")))
                .as(said)
                .isEmpty();
    }

    /// What others may do anything with.
    ///
    /// @param theirs whether the home is a folder of the person's, whose mode is theirs
    private static List<String> readable(Path home, boolean theirs) throws IOException {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (var all = Files.walk(home)) {
            var open = new ArrayList<String>();
            for (var path : all.toList()) {
                // Git's own files, in a folder that nobody else gets into.
                boolean git =
                        path.toString().contains("/flux/") || path.toString().contains("/git/");
                boolean mine = theirs && (path.equals(home) || path.endsWith("mine"));
                var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!git && !mine && !mode.endsWith("------")) {
                    open.add(mode + ' ' + home.relativize(path));
                }
            }
            return open;
        }
    }

    private String carelessly(Path repository, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        command.addAll(Child.command(words.toArray(String[]::new)));
        var log = folder.resolve("log");
        var builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static List<String> git(Path repository, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("git %s: %s", List.of(words), said).isZero();
        return said;
    }
}
