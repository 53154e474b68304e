package dev.freehold.engine.share;

import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.SharedLock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The states of a target that several computers work on: read here, and brought together with what the others
/// know by whoever takes the right to write. That right is this computer's and the shared one, both.
///
/// A run records here and shares a layer when it is done with it. Where that fails the run has not: what it
/// did is recorded here, it is said, and the next one who may write shares it.
public final class SharedLayers implements LayerStore {
    private final LayerStore here;
    private final LayerStore there;
    private final SharedRecord record;
    private final SharedVault vault;
    private final SharedLock lock;
    private final Consumer<String> notices;

    /// @param lock the right to write there
    /// @param notices is told in a sentence of what could not be shared
    public SharedLayers(
            LayerStore here,
            LayerStore there,
            SharedRecord record,
            SharedVault vault,
            SharedLock lock,
            Consumer<String> notices) {
        this.here = here;
        this.there = there;
        this.record = record;
        this.vault = vault;
        this.lock = lock;
        this.notices = notices;
    }

    /// What became of a push or a pull.
    public sealed interface Exchange {
        /// @param layers what was brought of each
        /// @param secrets the names of those that were brought
        record Done(Map<Layer, SharedRecord.Moved> layers, List<SecretName> secrets) implements Exchange {
            public Done {
                layers = Map.copyOf(layers);
                secrets = List.copyOf(secrets);
            }
        }

        /// Somebody writes; nothing was brought.
        record Waiting(Holder holder) implements Exchange {}
    }

    /// Brings here what other computers have shared.
    ///
    /// @throws StatesParted if journals say different things; nothing was brought
    public Exchange pull(Holder holder) {
        return with(here.lock(holder), () -> new Exchange.Done(record.bringHere(), vault.bringHere()));
    }

    /// Shares what only this computer knows.
    ///
    /// @throws StatesParted likewise
    public Exchange push(Holder holder) {
        return with(
                here.lock(holder),
                () -> with(there.lock(holder), () -> new Exchange.Done(record.bringThere(), vault.bringThere())));
    }

    private static Exchange with(LockAnswer answer, Supplier<Exchange> work) {
        return switch (answer) {
            case HeldBy(var other) -> new Exchange.Waiting(other);
            case Locked(var lease) -> {
                try {
                    yield work.get();
                } finally {
                    release(lease);
                }
            }
        };
    }

    /// The right to write there.
    public SharedLock sharedLock() {
        return lock;
    }

    @Override
    public LayerState read(Layer layer) {
        return here.read(layer);
    }

    @Override
    public void publish(LayerState state) {
        here.publish(state);
        try {
            record.shareNewest(state.layer());
            vault.bringThere();
        } catch (SystemFault | IllegalStateException | DamagedJournal | Undecryptable failure) {
            notices.accept("Version " + state.version() + " of the state of "
                    + state.layer().word()
                    + " could not be shared. It is recorded on this computer, and shared by the next command that"
                    + " writes, or by " + NextCommand.push() + ". (" + failure.getMessage() + ")");
        }
    }

    @Override
    public List<Published> history(Layer layer) {
        return here.history(layer);
    }

    /// @throws StatesParted if journals say different things; nobody has the right then
    @Override
    public LockAnswer lock(Holder holder) {
        return switch (here.lock(holder)) {
            case HeldBy held -> held;
            case Locked(var own) -> {
                boolean kept = false;
                try {
                    var answer = lockThere(holder, own);
                    kept = answer instanceof Locked;
                    yield answer;
                } finally {
                    if (!kept) {
                        release(own);
                    }
                }
            }
        };
    }

    private LockAnswer lockThere(Holder holder, AutoCloseable own) {
        return switch (there.lock(holder)) {
            case HeldBy held -> held;
            case Locked(var shared) -> {
                boolean kept = false;
                try {
                    record.bringTogether();
                    vault.bringHere();
                    vault.bringThere();
                    kept = true;
                    yield new Locked(() -> {
                        try {
                            shared.close();
                        } finally {
                            own.close();
                        }
                    });
                } finally {
                    if (!kept) {
                        release(shared);
                    }
                }
            }
        };
    }

    private static void release(AutoCloseable lease) {
        try {
            lease.close();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception failure) {
            throw new IllegalStateException("The right to write could not be given back.", failure);
        }
    }
}
