package dev.freehold.adapters.local.home;

import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which everything is kept that Freehold remembers: `.freehold` beside the spec, or `--home`.
/// Nothing is made before something is to be written.
///
/// @param root an absolute path
/// @param disk how far what is written into it has come when a call returns
public record Home(Path root, Disk disk) {
    private static final String NAME = ".freehold";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /// The home that belongs to the spec in the file `spec`, whether or not that file is there.
    public static Home beside(Path spec, Disk disk) {
        return new Home(spec.toAbsolutePath().resolveSibling(NAME), disk);
    }

    /// The same folder, of which less or more outlives a power cut.
    Home with(Disk other) {
        return new Home(root, other);
    }

    /// What is kept for one target (`sim`, `lab`, `live`); the targets never share a file.
    public TargetFolder target(String word) {
        return new TargetFolder(this, root.resolve(word));
    }

    /// Makes this home, if it is not there; nobody else may look in.
    ///
    /// @throws UnusableHome if it can't be made
    public void prepare() {
        prepare(root);
    }

    /// Makes `folder`, which lies in this home, and what is missing above it; nobody else may look in.
    ///
    /// @throws UnusableHome if it can't be made or written to
    void prepare(Path folder) {
        try {
            if (!Files.isDirectory(root)) {
                var above = root.getParent();
                if (above != null) {
                    Files.createDirectories(above);
                }
                make(root);
                // Secrets and states are nobody's commit. Only in a folder of our own making: an existing
                // one may be somebody's repository.
                Files.writeString(root.resolve(".gitignore"), "*\n");
            }
            makeAll(folder);
        } catch (IOException | UnsupportedOperationException failure) {
            throw UnusableHome.unwritable(folder, failure);
        }
    }

    private void makeAll(Path folder) throws IOException {
        if (!folder.equals(root) && !Files.isDirectory(folder)) {
            var above = folder.getParent();
            if (above != null) {
                makeAll(above);
            }
            make(folder);
        }
    }

    private void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PrivateFile.ownerOnly(folder, "rwx------"));
            var above = folder.getParent();
            if (above != null) {
                // Else a power cut could take the folder away with the synced journal in it.
                disk.forceNames(above);
            }
        } catch (FileAlreadyExistsException exists) {
            // Another process may have been quicker; a file of that name is in the way for good.
            if (!Files.isDirectory(folder)) {
                throw exists;
            }
        }
    }
}
