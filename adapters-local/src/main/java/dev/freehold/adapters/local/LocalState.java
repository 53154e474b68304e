package dev.freehold.adapters.local;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.state.FileLayerStore;
import dev.freehold.adapters.local.state.RecordCodec;
import dev.freehold.adapters.local.world.FileWorldLog;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.StateCodec;
import dev.freehold.ports.world.WorldLog;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What happened to a target, in files: its layers' journals, their published states, and what a simulated world
/// says of itself. To be closed when the command is done.
public final class LocalState implements AutoCloseable {
    private final TargetFolder folder;
    private final FileJournals journals;
    private final FileWorldLog world;

    LocalState(TargetFolder folder) {
        this.folder = folder;
        this.journals = new FileJournals(folder);
        this.world = new FileWorldLog(folder);
    }

    public Journals journals() {
        return journals;
    }

    /// @param clock when a state is published; a timeline's `now`
    /// @param notices is told in a sentence of each snapshot that could not be used
    public LayerStore layers(InstantSource clock, Consumer<String> notices) {
        return new FileLayerStore(folder, clock, notices);
    }

    public WorldLog world() {
        return world;
    }

    /// The bytes that these files have, for other places too.
    public static StateCodec codec() {
        return new RecordCodec();
    }

    @Override
    public void close() {
        journals.close();
        world.close();
    }
}
