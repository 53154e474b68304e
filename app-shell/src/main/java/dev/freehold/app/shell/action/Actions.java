package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.ExitCode;

/// Which action a command of the catalogue is. A class of an action is loaded only when its command is typed.
public final class Actions {
    private Actions() {}

    public static CommandAction of(CommandDefinition command) {
        return switch (command.name()) {
            case "help" -> new Help();
            case "--version" -> new Version();
            case "use" -> new Use();
            case "run" -> new Run();
            case "exit" ->
                (_, stage) -> {
                    stage.leave();
                    return ExitCode.DONE;
                };
            case "quota", "forecast" -> new Quota();
            case "fit" -> new FitAction();
            case "addresses" -> new Addresses();
            case "graph" -> new GraphAction();
            case "timeline" -> new Timeline();
            case "plan" -> new PlanAction();
            case "setup" -> new Setup();
            case "deploy" -> new Deploy();
            case "destroy" -> new Destroy();
            case "rollback" -> new Rollback();
            case "validate" -> new Validate();
            case "status" -> new Status();
            case "outputs" -> new OutputsAction();
            case "explain", "runs" -> new Runs();
            case "drift" -> new DriftAction();
            case "state list", "state show" -> new Standings();
            case "state history", "state unlock" -> new History();
            case "state push", "state pull" -> new Sharing();
            case "rehearse" -> new Rehearse();
            case "images build" -> new ImagesBuild();
            case "images list", "images sbom", "images harden-check" -> new ImagesShown();
            case "lab serve", "lab endpoints", "lab reset" -> new LabAction();
            case "secrets list", "secrets set", "secrets rotate", "secrets protect" -> new VaultAction();
            case "secrets doctor" -> new SecretsDoctor();
            case "secrets backup" -> new SecretsBackup();
            case "secrets restore" -> new SecretsRestore();
            case "secrets edit" -> new SopsEdit();
            case "secrets encrypt", "secrets decrypt", "secrets updatekeys", "secrets rotate-data-key" ->
                new SopsAction();
            case "init" -> new Init();
            case "import" -> new ImportTfvars();
            case "export" -> new ExportTfvars();
            case "schema" -> new Schema();
            default -> throw new IllegalStateException("nothing says what '" + command.name() + "' does");
        };
    }
}
