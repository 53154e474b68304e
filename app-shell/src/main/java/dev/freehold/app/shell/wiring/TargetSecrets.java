package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.adapters.local.secret.AgeEncryption;
import dev.freehold.adapters.local.secret.FileVault;
import dev.freehold.adapters.local.secret.HomeIdentity;
import dev.freehold.adapters.local.secret.Passphrases;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.time.Timeline;

/// What this computer keeps secret of a target. It is as real for the simulated target as for the others, and its
/// times are of real time.
public record TargetSecrets(
        TargetFolder folder, HomeIdentity identity, FileVault vault, Passphrases passphrases, Timeline timeline) {

    /// Touches no file.
    public static TargetSecrets of(Globals globals, Passphrases passphrases) {
        var folder = SpecSource.home(globals).target(globals.target().word());
        var timeline = new SystemTimeline();
        // Unlike a simulated world, a secret that was typed is worth the wait for the disk.
        var identity = new HomeIdentity(folder, Durability.POWER_CUT, timeline::now, passphrases);
        var vault = new FileVault(folder, Durability.POWER_CUT, timeline::now, new AgeEncryption(identity));
        return new TargetSecrets(folder, identity, vault, passphrases, timeline);
    }
}
