package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalState;
import dev.freehold.adapters.local.LocalTarget;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.ports.person.AnswerStore;
import dev.freehold.ports.state.Journals;
import java.nio.file.Path;

/// What this computer keeps of a target, to be read.
public final class TargetRecords implements AutoCloseable {
    private final LocalTarget target;
    private final LocalState state;

    private TargetRecords(LocalTarget target, LocalState state) {
        this.target = target;
        this.state = state;
    }

    public static TargetRecords of(Globals globals) {
        var target = target(globals);
        return new TargetRecords(target, target.state(Lasting.state(globals.target())));
    }

    static LocalTarget target(Globals globals) {
        return SpecSource.home(globals).target(globals.target().word());
    }

    /// What was answered in a conversation with this target that is not over.
    public static AnswerStore answers(Globals globals, String conversation) {
        return target(globals).answers(conversation);
    }

    /// The file of the lines that a person typed. The home is made by its own rules first: whoever finds it
    /// there leaves it as it is.
    ///
    /// @throws dev.freehold.ports.state.UnusableHome if it can't be made
    public static Path lineHistory(Globals globals) {
        return SpecSource.home(globals).makeFile("history");
    }

    LocalTarget target() {
        return target;
    }

    LocalState state() {
        return state;
    }

    public Journals journals() {
        return state.journals();
    }

    public LayerStates states() {
        return LayerStates.read(state.journals());
    }

    @Override
    public void close() {
        state.close();
    }
}
