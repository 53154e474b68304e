package dev.freehold.adapters.local.home;

import java.nio.file.Path;

/// The home folder of who runs this: what a shell puts in the place of `~`.
public final class UserHome {
    private UserHome() {}

    /// `HOME` goes before the system's list of users, as in a shell.
    public static Path folder() {
        var named = System.getenv("HOME");
        return Path.of(named == null || named.isEmpty() ? System.getProperty("user.home") : named);
    }
}
