package dev.freehold.app.shell.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Commands in picocli's terms.
public final class CommandSpecs {
    private CommandSpecs() {}

    /// One command alone, with the options of every command among its own: what one start needs.
    static CommandSpec forParsing(CommandDefinition command) {
        var spec = CommandSpec.create().name("freehold " + command.name());
        spec.interpolateVariables(false);
        for (var option : command.options()) {
            spec.addOption(option(option));
        }
        addGlobals(spec);
        // All words beside the options; how many there may be is counted by us, with words of our own.
        spec.addPositional(PositionalParamSpec.builder()
                .type(String[].class)
                .index("0..*")
                .arity("0..*")
                .build());
        return spec;
    }

    private static void addGlobals(CommandSpec spec) {
        for (var global : GlobalOption.values()) {
            spec.addOption(option(global.option()));
        }
    }

    /// Every command below one root, for what picocli's generators make.
    static CommandSpec wholeTree(CommandSet commands) {
        var root = CommandSpec.create().name("freehold");
        root.interpolateVariables(false);
        addGlobals(root);
        for (var command : commands.all()) {
            var parent = root;
            for (var word : command.path().subList(0, command.path().size() - 1)) {
                var known = parent.subcommands().get(word);
                if (known == null) {
                    var family = CommandSpec.create();
                    parent.addSubcommand(word, family);
                    parent = family;
                } else {
                    parent = known.getCommandSpec();
                }
            }
            parent.addSubcommand(command.path().getLast(), leaf(command, commands));
        }
        return root;
    }

    private static CommandSpec leaf(CommandDefinition command, CommandSet commands) {
        var spec = forParsing(command).name(command.path().getLast());
        var words = new ArrayList<String>();
        command.operands().forEach(operand -> words.addAll(candidates(operand, commands)));
        if (!words.isEmpty()) {
            spec.remove(spec.positionalParameters().getFirst());
            spec.addPositional(PositionalParamSpec.builder()
                    .type(String[].class)
                    .index("0..*")
                    .arity("0..*")
                    .completionCandidates(words)
                    .build());
        }
        return spec;
    }

    private static List<String> candidates(Operand operand, CommandSet commands) {
        return switch (operand.candidates()) {
            case LISTED -> operand.words();
            case PHASES -> Candidates.PHASE_WORDS;
            case CHECKS -> Candidates.CHECK_WORDS;
            case COMMANDS -> commands.firstWords();
            case ANYTHING, FILES, FOLDERS, RESOURCES, RUNS -> List.of();
        };
    }

    private static OptionSpec option(Option option) {
        var builder = OptionSpec.builder(option.names().toArray(String[]::new)).description(option.about());
        if (!option.takesValue()) {
            return builder.type(boolean.class).arity("0").build();
        }
        builder.type(option.repeated() ? String[].class : String.class)
                .arity("1")
                .paramLabel(option.label());
        return (option.words().isEmpty() ? builder : builder.completionCandidates(option.words())).build();
    }
}
