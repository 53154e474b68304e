package dev.freehold.lab.machine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Files by path, wherever they are kept. Asks nobody who reads or writes.
interface FileStore {
    /// What a file holds. Its bytes are nobody's to change.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(byte[] bytes, Disk.Readers readers) {}

    Optional<Content> find(String path);

    void put(String path, Content content);

    void remove(String path);

    static FileStore inMemory() {
        return new InMemory(new ConcurrentHashMap<>());
    }

    /// Gone with the process.
    record InMemory(Map<String, Content> files) implements FileStore {
        @Override
        public Optional<Content> find(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public void put(String path, Content content) {
            files.put(path, content);
        }

        @Override
        public void remove(String path) {
            files.remove(path);
        }
    }
}
