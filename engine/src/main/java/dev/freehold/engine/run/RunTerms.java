package dev.freehold.engine.run;

import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.call.Systems;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.work.Conduct;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.time.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run is given beside its work.
///
/// @param identity what it is called
/// @param systems where its calls go
/// @param records what it starts from and writes to
/// @param conduct how it goes about the work
/// @param listener who hears of it
public record RunTerms(
        Identity identity,
        Systems systems,
        Timeline timeline,
        Records records,
        Conduct conduct,
        ProgressListener listener) {

    /// @param command the words that a person would type for it
    public record Identity(RunId id, String command) {}

    /// @param before what the layers' journals say
    /// @param journals the same journals, to be written to
    /// @param store absent where nobody will ever read what the layers publish
    /// @param goal what is worked towards; absent when destroying, or where nobody will ever go back
    public record Records(
            PerLayer<LayerRecord> before,
            Journals journals,
            @Nullable LayerStore store,
            @Nullable Goal goal) {

        /// What is known of every node of every layer.
        Map<ResourceId, Standing> standing() {
            var standing = new LinkedHashMap<ResourceId, Standing>();
            before.values().forEach(layer -> standing.putAll(layer.state().nodes()));
            return standing;
        }
    }
}
