package dev.freehold.ports.state;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import java.time.Instant;
import java.util.List;

/// The published states of the layers of one target: what one layer consumes of another, and what can be
/// shared.
public interface LayerStore {

    /// The newest published state; an empty one if none was ever published.
    LayerState read(Layer layer);

    /// Publishes `state` as the newest.
    ///
    /// @throws IllegalStateException if a state of the same or a later version is there already; another
    ///     writer was quicker
    void publish(LayerState state);

    /// The versions kept, oldest first.
    List<Published> history(Layer layer);

    /// Takes the right to write, for every layer of the target.
    LockAnswer lock(Holder holder);

    /// One kept version.
    ///
    /// @param resources how many nodes stand in it
    record Published(long version, Instant at, int resources) {}

    /// Who writes.
    ///
    /// @param process its process id
    /// @param command the words that a person would type for it
    /// @param host the name of the computer that it runs on; empty for this one
    record Holder(long process, String command, Instant since, String host) {
        /// A process of this computer.
        public Holder(long process, String command, Instant since) {
            this(process, command, since, "");
        }
    }

    sealed interface LockAnswer {
        /// The right is ours until it is closed or the process ends.
        record Locked(AutoCloseable lease) implements LockAnswer {}

        /// Another process has it.
        record HeldBy(Holder holder) implements LockAnswer {}
    }
}
