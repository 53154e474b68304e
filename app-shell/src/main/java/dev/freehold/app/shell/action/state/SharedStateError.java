package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.engine.share.StatesParted;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Undecryptable;
import java.util.ArrayList;
import java.util.List;

/// Why a state could not be brought together with the shared one, and what to do.
public final class SharedStateError {
    private SharedStateError() {}

    /// Neither side is lost by what is advised.
    public static CommandError because(StatesParted parted) {
        var sentences = new ArrayList<String>();
        String.valueOf(parted.getMessage()).lines().forEach(sentences::add);
        sentences.add("Nothing was changed on either side. Look at both, by " + NextCommand.runs()
                + " here and on the other computer, and choose one.");
        sentences.add("To go on with the shared one: move the folders state/LAYER of this target aside and pull; what"
                + " only this computer knew of is then shown as strays by " + NextCommand.drift() + ".");
        sentences.add("To go on with this computer's: move the object 'head' of the shared state aside, with Oracle's"
                + " own command line, and push.");
        return new CommandError(ExitCode.REFUSED, "Two computers know different things", sentences, null);
    }

    public static CommandError because(Undecryptable unreadable) {
        return new CommandError(
                ExitCode.FAILED,
                "Something encrypted can't be read",
                List.of(
                        String.valueOf(unreadable.getMessage()),
                        "What computers share is encrypted for one identity: bring the file secrets/identity of this"
                                + " target from the computer that shared it."),
                null);
    }

    public static CommandError because(SystemFault fault) {
        return new CommandError(
                ExitCode.FAILED,
                "No answer that could be used",
                List.of(
                        String.valueOf(fault.getMessage()),
                        "What was recorded on this computer stands. Run the command again."),
                null);
    }
}
