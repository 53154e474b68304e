package dev.freehold.lab.oracle.bucket;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Records of one type in one folder, a JSON file each. A file appears, changes and vanishes at once: it is
/// written aside and renamed, and one that was being written when the process died is swept away.
final class RecordFiles<R> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".json";
    private static final String ASIDE = ".part";

    private final Path folder;
    private final Class<R> type;

    RecordFiles(Path folder, Class<R> type) {
        this.folder = folder;
        this.type = type;
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + folder, e);
        }
    }

    List<R> all() {
        try (var files = Files.list(folder)) {
            var paths = files.toList();
            for (var path : paths) {
                if (path.toString().endsWith(ASIDE)) {
                    Files.delete(path);
                }
            }
            return paths.stream()
                    .filter(path -> path.toString().endsWith(ENDING))
                    .map(path -> JSON.readValue(path.toFile(), type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder, e);
        }
    }

    void write(String key, R content) {
        var file = file(key);
        var aside = folder.resolve(file.getFileName() + ASIDE);
        try {
            Files.write(OwnerOnly.anew(aside), JSON.writeValueAsBytes(content));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + file(key), e);
        }
    }

    /// Keys are any text; file names are not.
    private Path file(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ENDING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
