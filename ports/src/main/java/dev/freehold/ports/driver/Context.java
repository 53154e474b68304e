package dev.freehold.ports.driver;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.time.Timeline;
import java.time.Instant;
import java.util.Optional;

/// What a driver is given beside the resource.
///
/// @param known what stands of what the resource refers to, and of what that refers to, by the layers' states
/// @param timeline the only thing a driver may block on
/// @param progress where it says how far it is
/// @param deadline after which it gives up with [Silent]
/// @param mayAdopt whether it was said, to whoever was to approve it, that somebody else's thing is taken over
public record Context(Known known, Timeline timeline, Progress progress, Instant deadline, boolean mayAdopt) {

    /// One in which nothing of others' is taken over.
    public Context(Known known, Timeline timeline, Progress progress, Instant deadline) {
        this(known, timeline, progress, deadline, false);
    }

    /// The settings of what `ref` leads to; from these other references lead on: from a pool to its Ceph, its
    /// cluster, its first host. Empty where nothing is known to stand.
    @SuppressWarnings("unchecked") // An id names its kind, and nothing of another stands under it.
    public <N extends Node> Optional<N> node(Ref<N> ref) {
        return known.of(ref.id()).map(there -> (N) there.actual());
    }

    /// What it came to have. Empty where nothing is known to stand.
    @SuppressWarnings("unchecked") // Observed holds no other outputs than its kind's.
    public <O extends Outputs, N extends Node & Produces<O>> Optional<O> outputsOf(Ref<N> ref) {
        return known.of(ref.id()).map(there -> (O) there.outputs());
    }

    /// The same with another deadline.
    public Context until(Instant deadline) {
        return new Context(known, timeline, progress, deadline, mayAdopt);
    }

    /// What is known to stand.
    @FunctionalInterface
    public interface Known {
        Known NOTHING = _ -> Optional.empty();

        Optional<Observed> of(ResourceId id);
    }

    /// How far one operation is, for a person to see.
    @FunctionalInterface
    public interface Progress {
        Progress SILENT = _ -> {};

        /// @param words what is being done or waited for, in a few words
        void report(String words);
    }
}
