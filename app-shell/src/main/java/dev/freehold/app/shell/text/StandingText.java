package dev.freehold.app.shell.text;

import dev.freehold.app.shell.screen.Table;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.engine.inspect.DetectDrift.Drift;
import dev.freehold.engine.inspect.PlatformStatus.LayerStatus;
import dev.freehold.engine.inspect.RunHistory.Explanation;
import dev.freehold.engine.inspect.RunHistory.PastRun;
import dev.freehold.ports.state.LayerStore.Published;
import java.util.List;
import java.util.Map;

/// What is shown about what stands: `status`, `outputs`, `explain`, `drift`, `state` and `runs`.
public final class StandingText {
    private StandingText() {}

    public static void status(Page page, String target, List<LayerStatus> phases) {
        page.line("Target " + target);
        page.blank();
        var table = new Table("PHASE", ">PRESENT", ">OF", ">ROLLBACK POINTS");
        for (var phase : phases) {
            table.row(
                    phase.layer().word(),
                    String.valueOf(phase.present()),
                    String.valueOf(phase.resources()),
                    String.valueOf(phase.rollbackPoints()));
        }
        page.table(table);
    }

    public static void outputs(Page page, Map<String, Setting> outputs) {
        if (outputs.isEmpty()) {
            page.line("Nothing: the phase is not deployed.");
            return;
        }
        var table = new Table("OUTPUT", "VALUE");
        outputs.forEach((name, value) -> table.row(name, value.words()));
        page.table(table);
    }

    public static void drift(Page page, Drift drift) {
        if (drift.isNone()) {
            page.line(page.ink().green("No drift: the world is what the state says."));
            return;
        }
        for (var drifted : drift.drifted()) {
            page.line(page.ink().yellow(drifted.id().text()));
            page.point("-", drifted.what() + ": expected " + drifted.expected() + ", found " + drifted.actual());
        }
        for (var stray : drift.strays()) {
            page.line(page.ink().yellow("stray " + stray.kind() + ' ' + stray.name()));
        }
        page.line(drift.drifted().size() + " drifted, " + drift.strays().size() + " strays.");
    }

    public static void show(Page page, Standing standing) {
        page.line(page.ink().bold(standing.node().id().text()));
        switch (standing) {
            case Standing.Stands stands ->
                page.prose("Stands since " + stands.since() + ", made " + stands.made() + ", last by run "
                        + stands.run() + ".");
            case Standing.InDoubt doubt ->
                page.prose("In doubt: " + doubt.operation().word() + " by run " + doubt.run()
                        + " was never recorded to have ended.");
        }
        settings(page, "SETTING", Settings.of(standing.node()).members());
        if (standing instanceof Standing.Stands stands && !(stands.outputs() instanceof Outputs.None)) {
            settings(page, "OUTPUT", Settings.of(stands.outputs()).members());
        }
    }

    private static void settings(Page page, String head, Map<String, Setting> settings) {
        page.blank();
        var table = new Table(head, "VALUE");
        settings.forEach((name, value) -> table.row(name, value.words()));
        page.table(table);
    }

    public static void history(Page page, Map<Layer, List<Published>> versions) {
        var table = new Table("PHASE", ">VERSION", "AT", ">RESOURCES");
        versions.forEach((phase, published) -> published.forEach(version -> table.row(
                phase.word(),
                String.valueOf(version.version()),
                version.at().toString(),
                String.valueOf(version.resources()))));
        if (table.isEmpty()) {
            page.line("No phase has published a state yet.");
        } else {
            page.table(table);
        }
    }

    public static void points(Page page, Map<Layer, List<RollbackPointKept>> points) {
        var table = new Table("PHASE", ">POINT", "AT", "RUN");
        points.forEach((phase, kept) -> kept.forEach(point -> table.row(
                phase.word(),
                String.valueOf(point.number()),
                point.at().toString(),
                point.run().text())));
        if (table.isEmpty()) {
            page.line("No rollback points: one is kept at each complete deployment of a phase.");
        } else {
            page.table(table);
        }
    }

    public static void runs(Page page, List<PastRun> runs) {
        if (runs.isEmpty()) {
            page.line("Nothing has been run yet.");
            return;
        }
        var table = new Table("RUN", "STARTED", "RESULT", ">CHANGES", "COMMAND");
        for (var run : runs) {
            table.row(
                    run.id().text(),
                    run.startedAt().toString(),
                    run.result().map(result -> result.word()).orElse("not finished"),
                    String.valueOf(run.changes()),
                    run.command());
        }
        page.table(table);
    }

    public static void events(Page page, List<JournalEntry> entries) {
        for (var entry : entries) {
            page.line(entry.at() + "  " + words(entry));
        }
    }

    private static String words(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.RunStarted started -> "run " + started.run() + " started: " + started.command();
            case JournalEntry.Intended intended ->
                intended.operation().word()
                        + ' '
                        + intended.node().id()
                        + (intended.attempt() > 1 ? " (attempt " + intended.attempt() + ")" : "");
            case JournalEntry.Achieved achieved ->
                achieved.operation().word()
                        + ' '
                        + achieved.node().id()
                        + switch (achieved.how()) {
                            case MADE -> ": done";
                            case ADOPTED -> ": found to be there already, and adopted";
                        };
            case JournalEntry.NotDone undone ->
                undone.operation().word() + ' ' + undone.id() + ": not done. "
                        + undone.failure().words();
            case JournalEntry.LeftInDoubt doubt ->
                doubt.operation().word() + ' ' + doubt.id() + ": in doubt. "
                        + doubt.failure().words();
            case JournalEntry.RollbackPointKept point -> "rollback point " + point.number() + " kept";
            case JournalEntry.RunFinished finished ->
                "run " + finished.run() + ' ' + finished.result().word();
        };
    }

    public static void explain(Page page, Explanation explanation) {
        explanation.standing().ifPresentOrElse(standing -> show(page, standing), () -> {
            page.line(page.ink().bold(explanation.id().text()));
            page.line("Nothing stands under that id now.");
        });
        explanation
                .holds()
                .ifPresent(data -> page.prose("It holds " + data + ": no plan deletes or replaces it unless "
                        + Protection.LIFT + " names it."));
        ids(page, "Depends on", explanation.dependsOn());
        ids(page, "Others depend on it", explanation.dependents());
        if (!explanation.entries().isEmpty()) {
            page.blank();
            page.line("What happened to it");
            events(page, explanation.entries());
        }
    }

    static void ids(Page page, String heading, List<ResourceId> ids) {
        if (!ids.isEmpty()) {
            page.blank();
            page.line(heading);
            ids.forEach(id -> page.line("  " + id));
        }
    }
}
