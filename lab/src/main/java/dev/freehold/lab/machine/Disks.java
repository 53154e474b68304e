package dev.freehold.lab.machine;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The files of all machines, kept in the lab's world.
public final class Disks {
    private static final String KIND = "machine-file";
    private static final String MACHINE = "_machine";
    private static final String CONTENT = "_content";
    private static final String READERS = "_readers";

    private final World world;
    private final Map<String, FileStore> memories = new ConcurrentHashMap<>();

    public Disks(World world) {
        this.world = world;
    }

    /// The files of one machine, or of anything else that an emulator has by that id.
    public Disk of(String machineId) {
        return new Disk(new InWorld(world, machineId), memories.computeIfAbsent(machineId, _ -> FileStore.inMemory()));
    }

    /// The machine is gone, and so are its files.
    public static void wipe(Tx tx, String machineId) {
        tx.stream(KIND).filter(file -> file.has(MACHINE, machineId)).forEach(file -> tx.forget(file.id()));
    }

    /// Kept across processes: a resource a file.
    private record InWorld(World world, String machineId) implements FileStore {
        @Override
        public Optional<Content> find(String path) {
            return world.change(tx -> tx.find(KIND, id(path))).map(InWorld::content);
        }

        @Override
        public void put(String path, Content content) {
            var attributes = Json.object()
                    .put(MACHINE, machineId)
                    .put(CONTENT, Base64.getEncoder().encodeToString(content.bytes()))
                    .put(READERS, content.readers().name());
            world.change(tx -> tx.find(KIND, id(path))
                    .map(before -> tx.put(before.with(kept -> kept.setAll(attributes))))
                    .orElseGet(() -> tx.create(id(path), KIND, "", "", attributes)));
        }

        @Override
        public void remove(String path) {
            world.change(tx -> {
                tx.forget(id(path));
                return path;
            });
        }

        private String id(String path) {
            return "file-of-" + machineId + ':' + path;
        }

        private static Content content(Resource file) {
            return new Content(
                    Base64.getDecoder().decode(file.text(CONTENT)), Disk.Readers.valueOf(file.text(READERS)));
        }
    }
}
