package dev.freehold.lab.guest;

import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.time.LabClock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a machine is while it runs: its files, in memory.
final class Guest {
    private final Machine machine;
    private final LabClock clock;
    private final Map<String, Kept> files = new ConcurrentHashMap<>();

    Guest(Machine machine, LabClock clock) {
        this.machine = machine;
        this.clock = clock;
    }

    /// One file.
    private record Kept(String content, boolean rootsAlone) {}

    /// Who acts on the machine.
    enum Actor {
        USER,
        ROOT
    }

    /// A file that the actor may not touch.
    static final class Denied extends Exception {
        private static final long serialVersionUID = 1;

        Denied(String path) {
            super(path + ": Permission denied");
        }
    }

    Machine machine() {
        return machine;
    }

    LabClock clock() {
        return clock;
    }

    /// Empty if it is not there.
    Optional<String> read(String path, Actor by) throws Denied {
        var file = files.get(path);
        if (file != null && file.rootsAlone() && by != Actor.ROOT) {
            throw new Denied(path);
        }
        return Optional.ofNullable(file).map(Kept::content);
    }

    /// @param openToAll by the shell's umask
    void write(String path, String content, boolean openToAll, Actor by) throws Denied {
        if (by != Actor.ROOT && !path.startsWith("/tmp/") && !path.startsWith("/home/")) {
            throw new Denied(path);
        }
        files.put(path, new Kept(content, by == Actor.ROOT && !openToAll));
    }

    boolean remove(String path, Actor by) throws Denied {
        read(path, by);
        return files.remove(path) != null;
    }
}
