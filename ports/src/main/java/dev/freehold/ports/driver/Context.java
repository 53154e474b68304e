package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.time.Timeline;
import java.time.Instant;
import java.util.function.Function;

/// What a driver is given beside the resource.
///
/// @param outputs the outputs of what the resource depends on, by id, as they stand in the layers' states
/// @param timeline the only thing a driver may block on
/// @param progress where it says how far it is
/// @param deadline after which it gives up with [Silent]
public record Context(Function<ResourceId, Outputs> outputs, Timeline timeline, Progress progress, Instant deadline) {

    public Outputs outputsOf(Ref<?> ref) {
        return outputs.apply(ref.id());
    }

    /// How far one operation is, for a person to see.
    @FunctionalInterface
    public interface Progress {
        Progress SILENT = _ -> {};

        /// @param words what is being done or waited for, in a few words
        void report(String words);
    }
}
