package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.state.LayerStore;
import java.util.List;

/// The right to change what a target has on this computer, which one process has at a time.
public final class WriteRight {
    private WriteRight() {}

    /// Runs `work` with it, as whatever changes a target has it.
    ///
    /// @throws CommandError if another process has it
    public static void during(Invocation invocation, Stage stage, Runnable work) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var layers = Targets.layers(kept, notice -> Display.note(invocation, stage, notice));
            switch (layers.lock(Targets.holder(invocation.words()))) {
                case LayerStore.LockAnswer.Locked(var lease) -> {
                    try {
                        work.run();
                    } finally {
                        release(lease);
                    }
                }
                case LayerStore.LockAnswer.HeldBy(var other) -> throw somebodyIsAtWork(other);
            }
        }
    }

    /// What to say where another process has it, whichever command found it so.
    public static CommandError somebodyIsAtWork(LayerStore.Holder other) {
        return new CommandError(
                ExitCode.REFUSED,
                "Somebody is at work",
                List.of(who(other) + " Nothing was changed. Wait until it has ended."),
                other.host().isEmpty() ? null : NextCommand.unlock());
    }

    /// In its first moments a command holds the right and has not said so yet.
    private static String who(LayerStore.Holder other) {
        return other.process() == 0
                ? "Another command is changing this target; which one is not known."
                : "Process " + other.process() + (other.host().isEmpty() ? "" : " on " + other.host())
                        + " has been changing this target since " + other.since() + ", by '" + other.command() + "'.";
    }

    private static void release(AutoCloseable lease) {
        try {
            lease.close();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception e) {
            throw new IllegalStateException("The lock could not be given back: " + e.getMessage(), e);
        }
    }
}
