package dev.freehold.app.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands by name.
///
/// @param all in the order of the help
public record CommandSet(List<CommandDefinition> all) {
    public CommandSet {
        all = List.copyOf(all);
    }

    /// The command of exactly that name; absent where there is none.
    public @Nullable CommandDefinition named(String name) {
        for (var command : all) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    /// The commands whose first word that is: one, none, or a family such as `state`.
    public List<CommandDefinition> startingWith(String word) {
        var family = new ArrayList<CommandDefinition>();
        for (var command : all) {
            if (command.path().getFirst().equals(word)) {
                family.add(command);
            }
        }
        return family;
    }

    /// The first words of all commands, each once.
    public List<String> firstWords() {
        return all.stream().map(command -> command.path().getFirst()).distinct().toList();
    }
}
