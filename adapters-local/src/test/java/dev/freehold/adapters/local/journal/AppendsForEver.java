package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.Durability;
import dev.freehold.adapters.local.LocalHome;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.SampleEntries;
import java.nio.file.Path;
import java.util.List;

/// Appends to a journal until it is killed, and says how many entries it was promised to find again.
final class AppendsForEver {
    /// Appended over and over.
    static final List<JournalEntry> ENTRIES = SampleEntries.ofSeed(1, 37);

    private AppendsForEver() {}

    public static void main(String[] arguments) {
        var durability = Durability.valueOf(arguments[1]);
        var target = LocalHome.at(Path.of(arguments[0]), durability).target("sim");
        var journal = target.state(durability).journals().of(Layer.OCI);
        for (int next = journal.entries().size(); ; next++) {
            journal.append(ENTRIES.get(next % ENTRIES.size()));
            System.out.println(next + 1);
        }
    }
}
