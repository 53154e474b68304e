package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import java.util.function.Supplier;

/// The commands of the states themselves.
public final class StateCommands {

    private StateCommands() {}

    private static CommandDefinition called(String name, String about, Supplier<CommandAction> action) {
        return CommandDefinition.called("state " + name, CommandGroup.LAYERS, about, action);
    }

    public static CommandDefinition list() {
        return called("list", "Lists the ids of what stands, one a line.", () -> ShowState::list);
    }

    public static CommandDefinition show() {
        return called("show", "Shows what the state says of one resource.", () -> ShowState::show)
                .with(Operand.one("ID", "phase/kind/name", Candidates.RESOURCES));
    }

    public static CommandDefinition history() {
        return called("history", "Lists the versions of each layer's state.", () -> new ShowStateHistory());
    }

    public static CommandDefinition unlock() {
        return called("unlock", "Frees a state whose lock stayed behind.", () -> new UnlockState());
    }

    public static CommandDefinition push() {
        return called("push", "Publishes the states to where they are shared.", () -> ShareState::push);
    }

    public static CommandDefinition pull() {
        return called("pull", "Fetches the states from where they are shared.", () -> ShareState::pull);
    }
}
