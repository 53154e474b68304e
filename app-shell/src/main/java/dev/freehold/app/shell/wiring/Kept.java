package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.LayerStates;
import java.util.LinkedHashMap;
import java.util.Map;

/// What this computer keeps of a target, to be read.
public final class Kept implements AutoCloseable {
    private final TargetFolder folder;
    private final FileJournals journals;

    private Kept(TargetFolder folder, FileJournals journals) {
        this.folder = folder;
        this.journals = journals;
    }

    public static Kept of(Globals globals) {
        var folder = SpecSource.home(globals).target(globals.target().word());
        return new Kept(folder, new FileJournals(folder, durability(globals)));
    }

    /// A simulated world is worth no wait for the disk.
    static Durability durability(Globals globals) {
        return globals.target() == Globals.Target.SIM ? Durability.PROCESS_DEATH : Durability.POWER_CUT;
    }

    public TargetFolder folder() {
        return folder;
    }

    public FileJournals journals() {
        return journals;
    }

    public LayerStates states() {
        return LayerStates.read(journals);
    }

    /// What is known of every node of every layer.
    public static Map<ResourceId, Standing> standing(LayerStates states) {
        var standing = new LinkedHashMap<ResourceId, Standing>();
        Phase.LAYERS.forEach(layer -> standing.putAll(states.of(layer).nodes()));
        return standing;
    }

    /// Are the images prebuilt? They are where somebody says so, and go on to be while the layer has such
    /// ones.
    public static boolean prebuiltImages(LayerStates states, boolean asked) {
        return asked
                || states.of(Phase.IMAGES).nodes().keySet().stream()
                        .anyMatch(id -> id.kind().equals("prebuilt-image"));
    }

    @Override
    public void close() {
        journals.close();
    }
}
