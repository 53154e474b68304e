package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.freehold.app.shell.command.CommandParser;
import dev.freehold.app.shell.command.Defaults;
import dev.freehold.app.shell.line.LineWords;
import dev.freehold.domain.hint.NextCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What messages tell a person to type can be typed, where it is read, and means the platform that was meant.
class NextCommandsTest {
    private static final CommandParser PARSER = new CommandParser(Catalogue.COMMANDS);
    private static final Pattern IN_SENTENCE = Pattern.compile("`(freehold [^`]+)`");

    /// What the words that a hint is made with can be, where not any word will do.
    private static final Map<String, String> WORDS = Map.of(
            "help",
            "plan",
            "init",
            "two-node",
            "deploy",
            "oci",
            "deployAfterLooking",
            "oci",
            "outputs",
            "oci",
            "validate",
            "cost",
            "buildBaseImage",
            "arm64",
            "restoreSecretsOn",
            "lab");

    @TempDir
    Path folder;

    static Stream<NextCommand> every_command_that_is_named_anywhere() {
        return Arrays.stream(NextCommand.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == NextCommand.class)
                .map(NextCommandsTest::made);
    }

    private static NextCommand made(Method method) {
        var arguments = new ArrayList<Object>();
        for (var type : method.getParameterTypes()) {
            var word = WORDS.getOrDefault(method.getName(), "a name");
            arguments.add(type == String.class ? word : List.of("oci"));
        }
        if (method.getName().equals("again")) {
            arguments.set(0, List.of("deploy", "talos"));
            arguments.set(1, List.of("--yes"));
        }
        if (method.getName().equals("setUpWithAnswer")) {
            arguments.set(0, "--region");
        }
        try {
            return (NextCommand) method.invoke(null, arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.getName(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("every_command_that_is_named_anywhere")
    void it_is_a_command(NextCommand next) {
        var given = List.of("-f", "a spec.yaml", "--target", "lab", "--home", "it's home");
        var line = next.line("./freehold", given);
        var words = LineWords.of(line);
        assertThat(words.isComplete()).isTrue();
        var read = PARSER.parse(words.words(), Defaults.ofEnvironment(Map.of()));
        if (!next.words().getFirst().equals("help")) {
            assertThat(read.globals().file()).hasFileName("a spec.yaml");
            assertThat(read.globals().home()).hasFileName("it's home");
            assertThat(read.globals().target().word()).isEqualTo("lab");
        }
        assertThat(NextCommand.completed("Look: " + next + ".", "./freehold", given))
                .isEqualTo("Look: `" + line + "`.");
    }

    @Test
    void nothing_else_names_one() {
        var commands = new ArrayList<String>();
        Catalogue.COMMANDS.all().forEach(command -> commands.add(command.path().getFirst()));
        var named = Pattern.compile("\"([^\"\n]*[^a-z])?freehold (" + String.join("|", commands) + ")\\b");
        try (var files = Files.walk(Path.of(".."))) {
            var sources = files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java")
                            && !file.endsWith("NextCommand.java")
                            && !file.endsWith("ShowHelp.java")
                            && !file.toString().contains("/lab/src/"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(500);
            assertThat(sources)
                    .allSatisfy(file -> assertThat(
                                    named.matcher(withoutComments(file)).results())
                            .allMatch(hit -> hit.group().contains("Written by")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<List<String>> what_goes_wrong() {
        return Stream.of(
                List.of("rollback"),
                List.of("rollback", "oci", "x"),
                List.of("rollback", "oci", "7"),
                List.of("outputs", "oci", "nothing"),
                List.of("state", "show", "nothing"),
                List.of("state", "show", "oci/vcn/nothing"),
                List.of("explain", "oci/vcn/nothing"),
                List.of("runs", "nothing"),
                List.of("deploy", "setup"),
                List.of("lab", "endpoints"),
                List.of("images", "sbom"),
                List.of("plan", "--refrsh"),
                List.of("plan", "validation"),
                List.of("planet"),
                List.of("state"),
                List.of("init"),
                List.of("secrets", "rotate", "nothing"));
    }

    @ParameterizedTest
    @MethodSource("what_goes_wrong")
    void what_a_problem_tells_to_type_means_the_same_platform(List<String> wrong) throws IOException {
        // given
        var spec = folder.resolve("my spec.yaml");
        if (!wrong.equals(List.of("init"))) {
            Files.writeString(spec, "name: homelab\n");
        }
        var home = folder.resolve("my home");
        var words = new ArrayList<>(wrong);
        words.addAll(List.of("-f", spec.toString(), "--home", home.toString()));
        // when
        var failed = Started.with(words.toArray(String[]::new));
        // then
        assertThat(failed.code()).isNotZero();
        var named = named(failed.err());
        assertThat(named).as(failed.err()).isNotEmpty();
        for (var line : named) {
            var read = LineWords.of(line).words();
            assertThatCode(() -> PARSER.parse(read, Defaults.ofEnvironment(Map.of())))
                    .as(line)
                    .doesNotThrowAnyException();
            if (!read.get(1).equals("help")) {
                assertThat(read).as(line).contains(spec.toString(), home.toString());
            }
        }
    }

    private static List<String> named(String text) {
        var all = new ArrayList<String>();
        text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("freehold "))
                .forEach(all::add);
        IN_SENTENCE.matcher(text).results().forEach(hit -> all.add(hit.group(1)));
        return all;
    }

    @Test
    void what_was_set_by_use_is_repeated_and_what_a_variable_says_is_not() {
        var used = Started.script("use --target lab --home '" + folder.resolve("my home") + "'\nruns nothing\n");
        assertThat(used.err()).contains("freehold runs --target lab --home '" + folder.resolve("my home") + "'");
        var variable =
                Started.with(Map.of("FREEHOLD_HOME", folder.toString(), "FREEHOLD_TARGET", "lab"), "runs", "nothing");
        assertThat(variable.err().lines().map(String::strip)).contains("freehold runs");
    }

    @Test
    void a_script_takes_a_command_with_the_program_s_name_before_it() {
        var started = Started.script("freehold --version\n./freehold --version\n'/opt/my tools/freehold' --version\n");
        assertThat(started.code()).isZero();
        assertThat(started.out().lines()).hasSize(3);
    }

    @Test
    void a_command_in_a_sentence_is_not_broken() {
        var failed = Started.with(
                "plan",
                "validation",
                "--home",
                folder.resolve("a folder with a name that is long").toString());
        assertThat(failed.err().lines())
                .anyMatch(line -> line.contains(
                        "`freehold validate --home '" + folder.resolve("a folder with a name that is long") + "'`"));
    }
}
