package dev.freehold.adapters.images;

import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.program.Programs;
import dev.freehold.ports.program.Purpose;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One run of a builder's script, watched until it ends. Whoever is interrupted meanwhile, or out of time, ends it
/// with all that it started.
final class BuilderRun {
    /// How often its output is looked at.
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// How long it may take to end itself, in seconds: it has file systems to let go of.
    private static final int GRACE = 20;

    private final Context context;
    private final List<BuildLine> lines = new ArrayList<>();
    private long seen;
    private String step = "starting";

    private BuilderRun(Context context) {
        this.context = context;
    }

    /// How it ended.
    ///
    /// @param code the script's exit code; negative when it was out of time
    /// @param step the last step that it began
    record Ended(int code, String step, List<BuildLine> lines) {
        Ended {
            lines = List.copyOf(lines);
        }

        <T extends BuildLine> List<T> lines(Class<T> kind) {
            return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /// @param command the script and its options
    /// @param told the file for what it says to Freehold
    /// @param log the file for what it says to people
    static Ended of(List<String> command, Path told, Path log, Context context) throws InterruptedException {
        Process process;
        try {
            PrivateFile.ensure(told);
            PrivateFile.ensure(log);
            process = Programs.of(Purpose.BUILDER, command)
                    .redirectOutput(told.toFile())
                    .redirectError(log.toFile())
                    .start();
        } catch (IOException unstarted) {
            throw new Unforeseen("sh can't be started: " + unstarted.getMessage());
        }
        return new BuilderRun(context).watch(process, told);
    }

    private Ended watch(Process process, Path told) throws InterruptedException {
        try {
            while (process.isAlive()) {
                if (context.timeline().now().isAfter(context.deadline())) {
                    return new Ended(-1, step, lines);
                }
                context.timeline().sleep(GLANCE);
                read(told, false);
            }
            read(told, true);
            return new Ended(process.exitValue(), step, lines);
        } finally {
            end(process);
        }
    }

    /// Lines that were added since; the last one may be half written while the script runs.
    private void read(Path told, boolean all) {
        try (var file = new RandomAccessFile(told.toFile(), "r")) {
            file.seek(seen);
            var bytes = new byte[Math.toIntExact(Math.min(file.length() - seen, 1 << 20))];
            file.readFully(bytes);
            int begin = 0;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    hear(new String(bytes, begin, at - begin, StandardCharsets.UTF_8));
                    begin = at + 1;
                }
            }
            if (all && begin < bytes.length) {
                hear(new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8));
            }
            seen += begin;
        } catch (IOException unreadable) {
            throw new Unforeseen("What the builder says can't be read: " + unreadable.getMessage());
        }
    }

    private void hear(String text) {
        var line = BuildLine.of(text.strip());
        lines.add(line);
        if (line instanceof BuildLine.Step(var words)) {
            step = words;
            context.progress().report(words);
        } else if (line instanceof BuildLine.Progress(var percent, var words)) {
            context.progress().report(words + ", " + percent + " %");
        }
    }

    /// Asks it to end, waits for it, and then insists. An interruption meanwhile means that nobody wants to
    /// wait.
    private static void end(Process process) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        var started = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE, TimeUnit.SECONDS);
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
