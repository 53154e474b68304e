package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.screen.Table;
import dev.freehold.app.shell.text.DurationText;
import dev.freehold.app.shell.text.Page;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.ports.secret.VaultInspection.Depth;
import dev.freehold.ports.secret.VaultInspection.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// `secrets doctor`: what is kept where, how old it is, who can read it, and what is wrong with it.
final class InspectSecrets implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var secrets = TargetSecrets.of(invocation.globals(), SecretInput.passphrases(invocation, stage));
        boolean isProtected = secrets.identity().isProtected();
        // A script without the passphrase is told what can be seen without.
        var depth = !isProtected
                        || invocation.has("--passphrase-file")
                        || System.getenv("FREEHOLD_PASSPHRASE") != null
                        || stage.screen().tty().in()
                ? Depth.OPENING
                : Depth.OUTSIDE;
        boolean opening = depth == Depth.OPENING;
        var findings = secrets.inspection().findings(depth);
        boolean sound = findings.stream().allMatch(finding -> finding.problems().isEmpty());
        Display.show(
                invocation,
                stage,
                json -> SecretsJson.doctor(json, findings, opening, sound),
                page -> text(page, findings, secrets.timeline().now(), opening));
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void text(Page page, List<Finding> findings, Instant now, boolean opening) {
        if (findings.isEmpty()) {
            page.line("Nothing is kept yet.");
            return;
        }
        var root = findings.getFirst().path();
        page.line("In " + root + ':');
        var table = new Table("MODE", "AGE", "WHAT", "READ BY", "PATH");
        for (var finding : findings) {
            var path = root.relativize(finding.path()).toString();
            table.row(
                    finding.mode(),
                    DurationText.age(Duration.between(finding.since(), now)),
                    finding.what(),
                    shortened(finding.readableBy()),
                    path.isEmpty() ? "." : path);
        }
        page.table(table);
        if (!opening) {
            page.prose("The identity is behind a passphrase, and nobody said it: no secret was opened.");
        }
        long wrong = findings.stream()
                .filter(finding -> !finding.problems().isEmpty())
                .count();
        for (var finding : findings) {
            finding.problems().forEach(problem -> page.point("!", root.relativize(finding.path()) + ": " + problem));
        }
        page.line(wrong == 0 ? "All is well." : wrong + " of " + findings.size() + " need attention.");
    }

    /// A recipient has 62 letters, of which these tell it apart.
    private static String shortened(String recipient) {
        return recipient.startsWith("age1") ? recipient.substring(0, 12) + "..." : recipient;
    }
}
