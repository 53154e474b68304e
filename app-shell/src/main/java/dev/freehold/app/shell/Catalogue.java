package dev.freehold.app.shell;

import dev.freehold.app.shell.action.deploy.DeployCommands;
import dev.freehold.app.shell.action.images.ImagesCommands;
import dev.freehold.app.shell.action.inspect.InspectCommands;
import dev.freehold.app.shell.action.lab.LabCommands;
import dev.freehold.app.shell.action.plan.PlanCommands;
import dev.freehold.app.shell.action.secrets.SecretsCommands;
import dev.freehold.app.shell.action.session.SessionCommands;
import dev.freehold.app.shell.action.setup.SetupCommands;
import dev.freehold.app.shell.action.spec.SpecCommands;
import dev.freehold.app.shell.action.state.StateCommands;
import dev.freehold.app.shell.command.CommandSet;
import java.util.List;

/// Every command there is, whichever way the program was started; help, completion and reference read it too. What
/// a command takes and what it does is said beside its action.
final class Catalogue {
    static final CommandSet COMMANDS = new CommandSet(List.of(
            SpecCommands.init(),
            SpecCommands.schema(),
            SpecCommands.imports(),
            SpecCommands.exports(),
            PlanCommands.quota(),
            PlanCommands.fit(),
            PlanCommands.addresses(),
            PlanCommands.forecast(),
            PlanCommands.timeline(),
            PlanCommands.plan(),
            PlanCommands.graph(),
            SetupCommands.setup(),
            SecretsCommands.list(),
            SecretsCommands.set(),
            SecretsCommands.rotate(),
            SecretsCommands.doctor(),
            SecretsCommands.protect(),
            SecretsCommands.encrypt(),
            SecretsCommands.decrypt(),
            SecretsCommands.edit(),
            SecretsCommands.updateKeys(),
            SecretsCommands.rotateDataKey(),
            SecretsCommands.backup(),
            SecretsCommands.restore(),
            ImagesCommands.build(),
            ImagesCommands.list(),
            ImagesCommands.contents(),
            ImagesCommands.hardening(),
            DeployCommands.deploy(),
            InspectCommands.status(),
            InspectCommands.outputs(),
            InspectCommands.explain(),
            InspectCommands.drift(),
            DeployCommands.destroy(),
            DeployCommands.rollback(),
            StateCommands.list(),
            StateCommands.show(),
            StateCommands.history(),
            StateCommands.unlock(),
            StateCommands.push(),
            StateCommands.pull(),
            InspectCommands.runs(),
            InspectCommands.validate(),
            LabCommands.rehearse(),
            LabCommands.serve(),
            LabCommands.endpoints(),
            LabCommands.reset(),
            SessionCommands.run(),
            SessionCommands.use(),
            SessionCommands.help(),
            SessionCommands.version(),
            SessionCommands.exit()));

    private Catalogue() {}
}
