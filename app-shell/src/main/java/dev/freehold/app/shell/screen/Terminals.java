package dev.freehold.app.shell.screen;

import dev.freehold.app.shell.screen.Screen.Tty;
import dev.freehold.ports.program.Programs;
import dev.freehold.ports.program.Purpose;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The process's own streams.
public final class Terminals {
    /// The launcher says here which of the descriptors 0, 1 and 2 are terminals, because only it can ask
    /// cheaply.
    private static final String SAID_BY_LAUNCHER = "freehold.terminals";

    private Terminals() {}

    /// UTF-8 whatever the locale: JSON has no other encoding, and a name is a name in every locale.
    public static Screen ofProcess() {
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new FileOutputStream(FileDescriptor.err);
        var errors = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        return new Screen(
                new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                errors,
                answers(errors),
                terminals(),
                Screen.USUAL_WIDTH);
    }

    /// Standard input, for a script.
    public static BufferedReader input() {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    private static Answers answers(PrintWriter errors) {
        return new Answers() {
            @Override
            public @Nullable String ask(String question) {
                return asked(question, errors, Terminals::line);
            }

            @Override
            public @Nullable String askHidden(String question) {
                return hidden(question, errors);
            }
        };
    }

    /// Nothing shows from before the question is there until after the answer, however it ends: whoever types,
    /// or pastes, may be quick. Java's own console would hide only what is typed once it reads.
    private static @Nullable String hidden(String question, PrintWriter errors) {
        if (!echo(false)) {
            return asked(question, errors, () -> password(System.console()));
        }
        var restoring = new Thread(() -> echo(true), "echo");
        Runtime.getRuntime().addShutdownHook(restoring);
        try {
            return asked(question, errors, Terminals::line);
        } finally {
            echo(true);
            forget(restoring);
            // The line end that was typed did not show either.
            errors.println();
            errors.flush();
        }
    }

    private static void forget(Thread restoring) {
        try {
            Runtime.getRuntime().removeShutdownHook(restoring);
        } catch (IllegalStateException ending) {
            // It runs already.
        }
    }

    private static boolean echo(boolean shown) {
        return isDone("stty", shown ? "echo" : "-echo");
    }

    private static Optional<String> password(@Nullable Console console) {
        return console == null || !console.isTerminal()
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword()).map(String::new);
    }

    private static @Nullable String asked(String question, PrintWriter errors, Supplier<Optional<String>> line) {
        errors.print(question);
        errors.flush();
        // Nothing cuts a read of standard input short, so that Ctrl-C has to leave it behind.
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofPlatform().daemon().name("answer").start(() -> answer.complete(line.get()));
        try (var _ = Interrupts.calling(() -> answer.complete(Optional.empty()))) {
            return answer.join().orElse(null);
        }
    }

    private static Optional<String> line() {
        try {
            return Optional.ofNullable(input().readLine());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private static boolean isDone(String... command) {
        try {
            var process = Programs.of(Purpose.TOOL, List.of(command))
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    private static Tty terminals() {
        var said = System.getProperty(SAID_BY_LAUNCHER);
        if (said != null) {
            return new Tty(said.indexOf('0') >= 0, said.indexOf('1') >= 0, said.indexOf('2') >= 0);
        }
        // The JVM tells both input and output or nothing.
        boolean both = isTerminal(System.console());
        return new Tty(both, both, both);
    }
}
