package dev.freehold.app.shell.progress;

import dev.freehold.app.shell.screen.Ink;
import dev.freehold.app.shell.text.DurationText;
import dev.freehold.ports.person.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Progress as a tree that is drawn anew at every event: phases, what runs in them and since when, what waits
/// for what, what is left and until when.
public final class TreeProgress implements ProgressListener {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /// More would scroll a small terminal, and then the tree could not be drawn over itself.
    private static final int RUNNING = 10;

    private static final int WAITING = 3;

    /// For a run of many steps it is enough to draw it a few hundred times.
    private static final int DRAWINGS = 300;

    private final PrintWriter out;
    private final Ink ink;
    private final int width;
    private final RunProgress watch = new RunProgress();
    private int drawn;
    private int steps;
    private int events;
    private boolean left;

    public TreeProgress(PrintWriter out, Ink ink, int width) {
        this.out = out;
        this.ink = ink;
        this.width = width;
    }

    @Override
    public synchronized void on(Progress progress) {
        left = false;
        watch.on(progress);
        if (progress instanceof Progress.Planned planned) {
            steps += planned.steps().size();
        }
        if (progress instanceof Progress.Failed failed) {
            erase();
            out.println(cut(failed.id() + ": " + failed.words()));
        }
        if (events++ % Math.max(1, steps / DRAWINGS) == 0) {
            draw();
        }
    }

    /// Draws it as of `now`, where time passes by itself and nothing may happen for hours.
    public synchronized void tick(Instant now) {
        if (events > 0 && !left) {
            watch.at(now);
            draw();
        }
    }

    /// The last state stays on the screen; what is printed next stands below it.
    public synchronized void end() {
        erase();
        for (var line : summary()) {
            out.println(line);
        }
        out.flush();
        drawn = 0;
    }

    /// What is drawn stays, because somebody else prints below it; the tree goes on with the next event.
    public synchronized void leave() {
        left = true;
        drawn = 0;
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    private void draw() {
        erase();
        var lines = lines();
        lines.forEach(out::println);
        drawn = lines.size();
        out.flush();
    }

    private List<String> summary() {
        var lines = new ArrayList<String>();
        watch.counts().forEach((phase, count) -> {
            var line = phase.word() + "  " + count.done() + " of " + count.all() + " done"
                    + (count.failed() > 0 ? ", " + count.failed() + " failed" : "");
            lines.add(count.failed() > 0 ? ink.red(line) : count.done() == count.all() ? ink.green(line) : line);
        });
        return lines;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        int shown = 0;
        var summary = summary();
        int phaseNumber = 0;
        for (var phase : watch.counts().keySet()) {
            lines.add(summary.get(phaseNumber++));
            for (var doing : watch.doing()) {
                if (doing.id().phase() == phase && shown++ < RUNNING) {
                    lines.add("  " + cut(doing(doing)));
                }
            }
        }
        if (shown > RUNNING) {
            lines.add("  and " + (shown - RUNNING) + " more");
        }
        for (var step : watch.waiting(WAITING)) {
            var awaited = watch.awaited(step);
            lines.add(ink.faint(cut("waits: " + step.node().id() + " for " + awaited.getFirst()
                    + (awaited.size() > 1 ? " and " + (awaited.size() - 1) + " more" : ""))));
        }
        var remaining = watch.remaining();
        lines.add(ink.bold(cut(DurationText.clock(watch.elapsed()) + " elapsed, " + watch.left() + " left, about "
                + DurationText.words(remaining) + ", until "
                + CLOCK.format(watch.now().plus(remaining)) + " UTC")));
        return lines;
    }

    private String doing(RunProgress.Doing doing) {
        var elapsed = DurationText.clock(Duration.between(doing.since(), watch.now()));
        var again = doing.until() == null ? "" : ", again at " + CLOCK.format(doing.until());
        var words = doing.words().isEmpty() ? "" : "  " + doing.words();
        return elapsed + "  " + doing.operation() + ' ' + doing.id().kind() + ' '
                + doing.id().name() + words + again;
    }

    private String cut(String line) {
        int most = width - 3;
        return line.length() <= most ? line : line.substring(0, most - 2) + "..";
    }
}
