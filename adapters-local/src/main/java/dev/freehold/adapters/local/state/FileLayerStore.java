package dev.freehold.adapters.local.state;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.record.DamagedRecord;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The layers' states as files beside the journals, `state/<layer>/state-<version>`, the newest ones kept.
///
/// They are caches of the journals' folds. A damaged one is told of and passed over: the one before it is
/// read in its stead, or an empty state, from which the journal leads to the same.
public final class FileLayerStore implements LayerStore {
    /// How many versions of a layer's state are kept.
    static final int KEPT = 20;

    private static final String PREFIX = "state-";

    private final TargetFolder target;
    private final InstantSource clock;
    private final Consumer<String> notices;
    private final WriteLock lock;

    /// Touches no file.
    ///
    /// @param clock when a state is published; a timeline's `now`
    /// @param notices is told in a sentence of each snapshot that could not be used
    public FileLayerStore(TargetFolder target, InstantSource clock, Consumer<String> notices) {
        this.target = target;
        this.clock = clock;
        this.notices = notices;
        this.lock = new WriteLock(target);
    }

    @Override
    public LayerState read(Layer layer) {
        for (var file : snapshots(layer).descendingMap().values()) {
            var state = whole(file).flatMap(snapshot -> decoded(snapshot, file));
            if (state.isPresent()) {
                return state.get();
            }
        }
        return LayerState.empty(layer);
    }

    @Override
    public void publish(LayerState state) {
        var snapshots = snapshots(state.layer());
        for (var newer : snapshots.tailMap(state.version(), true).values()) {
            if (whole(newer).isPresent()) {
                throw new IllegalStateException("version " + state.version() + " of the state of "
                        + state.layer().word() + " comes too late: " + newer + " is there already");
            }
        }
        var folder = target.prepare(target.state(state.layer()));
        try {
            FileReplacement.write(
                    folder, PREFIX + state.version(), Snapshot.bytes(state, clock.instant()), target.disk());
            for (int surplus = snapshots.size() + 1 - KEPT; surplus > 0; surplus--) {
                Files.deleteIfExists(snapshots.pollFirstEntry().getValue());
            }
        } catch (IOException failure) {
            throw UnusableHome.unwritable(folder, failure);
        }
    }

    @Override
    public List<Published> history(Layer layer) {
        var history = new ArrayList<Published>();
        snapshots(layer)
                .values()
                .forEach(file -> whole(file).map(Snapshot::summary).ifPresent(history::add));
        return List.copyOf(history);
    }

    @Override
    public LockAnswer lock(Holder holder) {
        return lock.take(holder);
    }

    private Optional<Snapshot> whole(Path file) {
        try {
            return Optional.of(new Snapshot(file));
        } catch (DamagedRecord | IllegalArgumentException damaged) {
            notices.accept(passedOver(file, damaged));
            return Optional.empty();
        }
    }

    private Optional<LayerState> decoded(Snapshot snapshot, Path file) {
        try {
            return Optional.of(snapshot.state());
        } catch (DamagedRecord | IllegalArgumentException damaged) {
            notices.accept(passedOver(file, damaged));
            return Optional.empty();
        }
    }

    private static String passedOver(Path file, RuntimeException damaged) {
        return "The snapshot " + file + " can't be used and is passed over; the journal has all that it said. ("
                + String.valueOf(damaged.getMessage()).lines().findFirst().orElse("") + ")";
    }

    /// The snapshots that are there, by version.
    private NavigableMap<Long, Path> snapshots(Layer layer) {
        var folder = target.state(layer);
        var snapshots = new TreeMap<Long, Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                version(String.valueOf(file.getFileName())).ifPresent(version -> snapshots.put(version, file));
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return snapshots;
        } catch (IOException | DirectoryIteratorException failure) {
            throw UnusableHome.unreadable(folder, failure);
        }
        return snapshots;
    }

    private static Optional<Long> version(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(name.substring(PREFIX.length())));
        } catch (NumberFormatException _) { // one that was being written aside
            return Optional.empty();
        }
    }
}
