package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.ports.state.LayerStore;
import java.util.Optional;

/// `state unlock`: frees the right to write the states.
///
/// This computer's lock is the operating system's and dies with its holder: none stays behind that could be taken
/// away. A shared one does not, and is.
final class UnlockState implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        WriteRight.during(invocation, stage, () -> {});
        var shared = sharedHolder(invocation, stage);
        if (shared.isPresent()) {
            var had = shared.get();
            Display.note(
                    stage,
                    "The shared state was locked by process " + had.process() + " on "
                            + (had.host().isEmpty() ? "this computer" : had.host()) + " since " + had.since()
                            + ", by '" + had.command() + "'. It is free now; what that one still records stays"
                            + " on its own computer.");
        }
        Display.show(
                invocation,
                stage,
                UnlockState::free,
                page -> page.line("The state is not locked: a lock ends with the process that holds it."));
        return ExitCode.DONE;
    }

    /// A simulated target is shared with nobody, and neither is one whose spec does not say so.
    private static Optional<LayerStore.Holder> sharedHolder(Invocation invocation, Stage stage) {
        boolean shared = invocation.globals().target() != Globals.Target.SIM
                && SpecSource.read(invocation.globals()).spec().state() instanceof StateSpec.Oci;
        return shared ? ShareState.unlock(invocation, stage) : Optional.empty();
    }

    private static void free(tools.jackson.core.JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("locked", false);
        json.writeEndObject();
    }
}
