package dev.freehold.app.shell.progress;

import dev.freehold.app.shell.screen.Ink;
import dev.freehold.app.shell.text.DurationText;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.ports.person.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Progress as plain lines, for logs and pipes: the time since the run began, what happened, to what.
public final class LineProgress implements ProgressListener {
    private final PrintWriter out;
    private final Ink ink;
    private @Nullable Instant began;

    public LineProgress(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    @Override
    public void on(Progress progress) {
        switch (progress) {
            case Progress.Planned planned -> say(planned, planned.steps().size() + " steps to do");
            case Progress.Started started ->
                say(
                        started,
                        started.operation().word()
                                + ' '
                                + started.id()
                                + (started.attempt() > 1 ? ", attempt " + started.attempt() : ""));
            // Where it says how far it is, the tree shows it; in a log it would be noise.
            case Progress.Remark _ -> {}
            case Progress.Waiting waiting ->
                say(
                        waiting,
                        ink.yellow("waits") + ' ' + waiting.id() + " until " + since(waiting.next()) + tries(waiting)
                                + ": " + waiting.why());
            case Progress.Done done ->
                say(done, ink.green(word(done)) + ' ' + done.id() + " in " + DurationText.words(done.took()));
            case Progress.Failed failed -> say(failed, ink.red("failed") + ' ' + failed.id() + ": " + failed.words());
            case Progress.Skipped skipped ->
                say(skipped, ink.yellow("skipped") + ' ' + skipped.id() + ", because of " + skipped.because());
        }
    }

    /// Whoever hunts for room wants to know how long already.
    private static String tries(Progress.Waiting waiting) {
        return waiting.attempts() > 1 ? ", after " + waiting.attempts() + " tries" : "";
    }

    private static String word(Progress.Done done) {
        return switch (done.operation()) {
            // Whoever asks again wants to know what the first try had made already.
            case CREATE -> done.how() == How.ADOPTED ? "adopted" : "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case AWAIT -> "passed";
        };
    }

    private void say(Progress progress, String words) {
        out.println(since(progress.at()) + "  " + words);
        out.flush();
    }

    private String since(Instant at) {
        if (began == null) {
            began = at;
        }
        return DurationText.clock(Duration.between(began, at));
    }
}
