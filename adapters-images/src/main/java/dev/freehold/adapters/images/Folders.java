package dev.freehold.adapters.images;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folders as wholes: removed, listed, and put on the disk for good.
final class Folders {
    private Folders() {}

    /// Removes the folder with all that is in it; links are not followed. What isn't there is removed.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.deleteIfExists(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// The folders directly in `folder`, in order of name; none where it is not there.
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// Closes the files of a folder to others, and forces them and then their names to the disk: a power cut
    /// leaves all of them or none.
    static void keep(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                PrivateFile.close(file);
                try (var written = new RandomAccessFile(file.toFile(), "rw")) {
                    Disk.FORCED.force(written.getFD());
                }
            }
        }
        Disk.FORCED.forceNames(folder);
    }
}
