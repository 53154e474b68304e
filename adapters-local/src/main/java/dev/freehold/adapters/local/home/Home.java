package dev.freehold.adapters.local.home;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.file.PrivateFolder;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which everything is kept that Freehold remembers: `.freehold` beside the spec, or `--home`.
/// Nothing is made before something is to be written.
///
/// @param root an absolute path
/// @param disk how far what is written into it has come when a call returns
public record Home(Path root, Disk disk) {
    private static final String NAME = ".freehold";
    private static final byte[] IGNORED = "*\n".getBytes(StandardCharsets.UTF_8);

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
                PrivateFolder.make(root, disk);
                // Secrets and states are nobody's commit. Only in a folder of our own making: an existing
                // one may be somebody's repository.
                ignore(root);
            }
            PrivateFolder.make(folder, disk);
        } catch (IOException | UnsupportedOperationException failure) {
            throw UnusableHome.unwritable(folder, failure);
        }
    }

    /// Makes a file of that name in this home, for its owner alone, unless it is there.
    ///
    /// @throws UnusableHome if it can't be made
    public Path makeFile(String name) {
        prepare();
        var file = root.resolve(name);
        try {
            PrivateFile.ensure(file);
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file, failure);
        }
        return file;
    }

    /// Keeps what lies in `folder`, and the line that does so, out of every commit.
    ///
    /// @throws UnusableHome if it can't be written
    void ignore(Path folder) {
        var file = folder.resolve(".gitignore");
        try {
            if (!Files.exists(file)) {
                // Two that come first at once write the same, each aside under a name of its own.
                var own = ProcessHandle.current().pid() + "-"
                        + Thread.currentThread().threadId();
                var aside = folder.resolve(".gitignore." + own + ".new");
                FileReplacement.writeAside(aside, IGNORED, Disk.UNFORCED);
                FileReplacement.put(aside, folder, ".gitignore", Disk.UNFORCED);
            }
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file, failure);
        }
    }
}
