package dev.freehold.app.shell.text;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.screen.Table;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.engine.deploy.RunReport;
import dev.freehold.engine.deploy.RunReport.ResourceResult;
import java.time.Duration;

/// What `deploy`, `destroy`, `rollback` and `setup` show when they are done.
public final class RunText {
    private RunText() {}

    public static void write(Page page, RunReport report, Globals.Target target) {
        var failed = report.resources().stream()
                .filter(resource -> resource.error() != null)
                .toList();
        for (var resource : failed) {
            page.line(page.ink().red(resource.id().text()) + ": "
                    + resource.result().word());
            page.point("-", String.valueOf(resource.error()));
        }
        if (!report.phases().isEmpty()) {
            var table = new Table("PHASE", "RESULT", ">TIME");
            for (var phase : report.phases()) {
                table.row(phase.phase().word(), phase.result().word(), words(phase.seconds()));
            }
            page.blank();
            page.table(table);
            page.blank();
        }
        long done = report.resources().stream()
                .filter(resource -> resource.result() == ResourceResult.SUCCEEDED)
                .count();
        var result = report.result().word();
        page.line("Run " + report.run() + ' '
                + (report.result() == RunResult.SUCCEEDED
                        ? page.ink().green(result)
                        : page.ink().red(result)) + ": "
                + done + " of " + report.resources().size() + " changes in " + words(report.makespanSeconds())
                + (target == Globals.Target.SIM ? ", simulated." : "."));
    }

    private static String words(double seconds) {
        return DurationText.words(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
