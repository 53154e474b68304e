package dev.freehold.adapters.local;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.UserHome;
import java.nio.file.Path;

/// The folder in which everything is kept that Freehold remembers. Nothing is made before something is to be
/// written.
public final class LocalHome {
    private final Home home;

    private LocalHome(Home home) {
        this.home = home;
    }

    /// The home in the folder `root`, whether or not it is there.
    public static LocalHome at(Path root, Durability durability) {
        return new LocalHome(new Home(root, durability.disk()));
    }

    /// The home that belongs to the spec in the file `spec`, whether or not that file is there.
    public static LocalHome beside(Path spec, Durability durability) {
        return new LocalHome(Home.beside(spec, durability.disk()));
    }

    /// The home folder of who runs this, `HOME`: what a shell puts in the place of `~`.
    public static Path ofUser() {
        return UserHome.folder();
    }

    public Path root() {
        return home.root();
    }

    /// Makes a file of that name in the folder, if it is not there; nobody else may read it.
    ///
    /// @throws dev.freehold.ports.state.UnusableHome if it can't be made
    public Path makeFile(String name) {
        return home.makeFile(name);
    }

    /// What is kept for one target (`sim`, `lab`, `live`); the targets never share a file.
    public LocalTarget target(String word) {
        return new LocalTarget(home.target(word));
    }
}
