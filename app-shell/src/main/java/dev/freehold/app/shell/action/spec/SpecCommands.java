package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// The commands to begin with.
public final class SpecCommands {

    private SpecCommands() {}

    public static CommandDefinition init() {
        return CommandDefinition.called(
                        "init",
                        CommandGroup.BEGIN,
                        "Writes freehold.yaml, with a comment at each line that matters.",
                        () -> new Init())
                .says("On a terminal it asks which topology, and says what each costs today.")
                .with(Option.among(
                        "--topology",
                        "three hosts with Ceph, or two within today's allowance",
                        "three-node",
                        "two-node"))
                .with(Option.flag("--force", "overwrites the file that is there"));
    }

    public static CommandDefinition schema() {
        return CommandDefinition.called(
                "schema",
                CommandGroup.BEGIN,
                "Prints the JSON Schema of the spec, for editors to complete and check it.",
                () -> new PrintSchema());
    }

    public static CommandDefinition imports() {
        return CommandDefinition.called(
                        "import",
                        CommandGroup.BEGIN,
                        "Takes over OpenTofu's settings as a spec.",
                        () -> new ImportTfvars())
                .with(Operand.among("FORMAT", 1, "what the file is", "tfvars"))
                .says("It says of every line what became of it, and writes freehold.yaml.")
                .with(Operand.one("FILE", "what to read", Candidates.FILES))
                .with(Option.flag("--force", "overwrites the spec that is there"));
    }

    public static CommandDefinition exports() {
        return CommandDefinition.called(
                        "export",
                        CommandGroup.BEGIN,
                        "Prints the spec as OpenTofu's settings.",
                        () -> new ExportTfvars())
                .with(Operand.among("FORMAT", 1, "what to print", "tfvars"))
                .with(Option.flag("--import-blocks", "prints import blocks for what stands instead"));
    }
}
