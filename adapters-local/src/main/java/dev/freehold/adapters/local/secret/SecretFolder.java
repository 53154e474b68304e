package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.home.AbandonedFiles;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The files of one folder of secrets, for their owner alone: folders 0700, files 0600 from their first byte on.
/// Whoever reads one sees the old content or the new; two writers at once do not mix.
final class SecretFolder {
    /// Two writers in one process write aside under different names.
    private static final AtomicInteger WRITES = new AtomicInteger();

    private final TargetFolder target;
    private final Path folder;

    /// Touches nothing.
    ///
    /// @param folder within the target's `secrets/`
    SecretFolder(TargetFolder target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        } catch (IOException failure) {
            throw UnusableHome.unreadable(file(name), failure);
        }
    }

    /// Puts `content` in the place of the file.
    ///
    /// @param at what the file's time is to say
    void write(String name, byte[] content, Instant at) {
        var aside = aside(name, content, at);
        try {
            FileReplacement.put(aside, folder, name, target.disk());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(name), failure);
        }
    }

    /// Makes the file, unless another was quicker.
    ///
    /// @return false if it is there already, untouched
    boolean writeFirst(String name, byte[] content, Instant at) {
        var aside = aside(name, content, at);
        try {
            return FileReplacement.putNew(aside, folder, name, target.disk());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(name), failure);
        }
    }

    /// @return false if there was none
    boolean remove(String name) {
        try {
            boolean was = Files.deleteIfExists(file(name));
            if (was) {
                target.disk().forceNames(folder);
            }
            return was;
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(name), failure);
        }
    }

    /// The names of the files, but for those that are being written aside.
    List<String> names() {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                if (!name.endsWith(AbandonedFiles.ASIDE)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException | DirectoryIteratorException failure) {
            throw UnusableHome.unreadable(folder, failure);
        }
        return names;
    }

    /// When the file was written last; empty if it is not there.
    Optional<Instant> at(String name) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(name)).toInstant());
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        } catch (IOException failure) {
            throw UnusableHome.unreadable(file(name), failure);
        }
    }

    private Path aside(String name, byte[] content, Instant at) {
        target.prepare(folder);
        removeAbandoned(name);
        var aside = file(name + '.' + AbandonedFiles.mark() + '-' + WRITES.incrementAndGet() + AbandonedFiles.ASIDE);
        try {
            PrivateFile.create(aside, content, target.disk());
            Files.setLastModifiedTime(aside, FileTime.from(at));
            return aside;
        } catch (IOException failure) {
            throw UnusableHome.unwritable(aside, failure);
        }
    }

    /// Removes what writers of the same file left when they were killed.
    private void removeAbandoned(String name) {
        try {
            AbandonedFiles.removeAside(folder, name + '.');
        } catch (IOException failure) {
            throw UnusableHome.unwritable(folder, failure);
        }
    }
}
