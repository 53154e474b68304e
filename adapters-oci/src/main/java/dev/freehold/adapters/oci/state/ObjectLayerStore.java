package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.state.Head.StateObject;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.StateCodec;
import dev.freehold.ports.time.Timeline;
import java.util.List;

/// The layers' states as encrypted objects, the newest ones kept. An object is written under a name of its own
/// first; it is published by the head that names it.
public final class ObjectLayerStore implements LayerStore {
    /// How many versions of a layer's state are kept.
    static final int KEPT = 20;

    private final BucketFolder place;
    private final SharedHead head;
    private final StateCodec codec;
    private final Encryption encryption;
    private final Timeline timeline;
    private final ObjectLock lock;

    /// @param lock who may write
    public ObjectLayerStore(
            BucketFolder place, StateCodec codec, Encryption encryption, Timeline timeline, ObjectLock lock) {
        this.place = place;
        this.head = new SharedHead(place);
        this.codec = codec;
        this.encryption = encryption;
        this.timeline = timeline;
        this.lock = lock;
    }

    @Override
    public LayerState read(Layer layer) {
        var states = head.read().states(layer);
        return states.isEmpty()
                ? LayerState.empty(layer)
                : state(states.getLast().object());
    }

    private LayerState state(String object) {
        var content = place.get(object)
                .orElseThrow(() -> new DamagedJournal(
                        "The shared state " + object + " in " + place + " is not there, although the head names it."));
        try {
            return codec.state(encryption.decrypt(content.bytes()));
        } catch (IllegalArgumentException unreadable) {
            throw new DamagedJournal(
                    "The shared state " + object + " in " + place + " can't be read: " + unreadable.getMessage() + ".");
        }
    }

    @Override
    public void publish(LayerState state) {
        var layer = state.layer();
        refuseLate(state, head.read());
        var at = timeline.now();
        var object = SharedHead.freshName(layer.word() + "/state-" + state.version());
        place.put(object, encryption.encrypt(codec.state(state, at)), new Condition.Absent());
        var published = new Published(state.version(), at, resources(state));
        head.change(object, there -> {
            refuseLate(state, there);
            return there.with(layer, new StateObject(published, object), KEPT + 1);
        });
        forgetSurplus(layer);
    }

    private static int resources(LayerState state) {
        return (int)
                state.nodes().values().stream().filter(Stands.class::isInstance).count();
    }

    private void refuseLate(LayerState state, Head there) {
        var states = there.states(state.layer());
        if (!states.isEmpty() && states.getLast().published().version() >= state.version()) {
            throw new IllegalStateException("version " + state.version() + " of the state of "
                    + state.layer().word() + " comes too late: version "
                    + states.getLast().published().version() + " is shared in " + place + " already");
        }
    }

    /// One more than is kept stays named until its object is gone.
    private void forgetSurplus(Layer layer) {
        var states = head.read().states(layer);
        if (states.size() > KEPT) {
            try {
                place.delete(states.getFirst().object(), new Condition.Always());
                head.change(there -> there.without(layer, states.getFirst()));
            } catch (SystemFault | IllegalStateException _) {
                // It is in nobody's way, and the next publication tries again.
            }
        }
    }

    @Override
    public List<Published> history(Layer layer) {
        return head.read().states(layer).stream().map(StateObject::published).toList();
    }

    @Override
    public LockAnswer lock(Holder holder) {
        return lock.take(holder);
    }
}
