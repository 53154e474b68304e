package dev.freehold.adapters.local.home;

import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.Disk;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a home keeps for one target. The paths are where things lie or will lie; [#prepare] makes the
/// folders.
public record TargetFolder(Home home, Path path) {

    /// How far what is written here has come when a call returns.
    public Disk disk() {
        return home.disk();
    }

    /// The same folder, of which less or more outlives a power cut.
    public TargetFolder with(Disk disk) {
        return new TargetFolder(home.with(disk), path);
    }

    /// The journal and the snapshots of a layer.
    public Path state(Layer layer) {
        return path.resolve("state").resolve(layer.word());
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    public Path runs() {
        return path.resolve("runs");
    }

    /// What sim and lab simulate.
    public Path world() {
        return path.resolve("world");
    }

    /// The file whose lock is the right to write.
    public Path lock() {
        return path.resolve("lock");
    }

    /// Makes `folder` and what is missing above it, for the owner alone.
    ///
    /// @return `folder`
    /// @throws UnusableHome if it can't be made
    public Path prepare(Path folder) {
        home.prepare(folder);
        // Its own, too: the home may be an older one, or a folder of somebody's.
        if (!Files.exists(path.resolve(".gitignore"))) {
            home.prepare(path);
            home.ignore(path);
        }
        return folder;
    }
}
