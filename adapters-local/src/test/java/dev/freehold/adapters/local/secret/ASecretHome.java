package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.state.SampleEntries;
import java.nio.file.Path;

/// A home whose identity asks nobody.
record ASecretHome(Path folder) {
    TargetFolder target() {
        return new Home(folder.resolve("a home"), Disk.UNFORCED).target("live");
    }

    HomeIdentity identity() {
        return identity(file -> {
            throw new AssertionError("nobody is to be asked for the passphrase of " + file);
        });
    }

    HomeIdentity identity(Passphrases passphrases) {
        return new HomeIdentity(target(), () -> SampleEntries.AT, passphrases);
    }
}
