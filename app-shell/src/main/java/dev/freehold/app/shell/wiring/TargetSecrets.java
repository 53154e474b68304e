package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalSecrets;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.secret.NeededSecret;
import dev.freehold.ports.secret.NeededSecrets;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.PrivateFiles;
import dev.freehold.ports.secret.SecretBackups;
import dev.freehold.ports.secret.VaultIdentity;
import dev.freehold.ports.secret.VaultInFiles;
import dev.freehold.ports.secret.VaultInspection;
import dev.freehold.ports.time.Timeline;
import java.util.List;
import java.util.function.Consumer;

/// What this computer keeps secret of a target. It is as real for the simulated target as for the others, and its
/// times are of real time.
///
/// @param documents SOPS files, which what is kept here opens
/// @param files those that hold secrets elsewhere
public record TargetSecrets(
        VaultInFiles vault,
        VaultIdentity identity,
        VaultInspection inspection,
        SecretBackups backups,
        DocumentEncryption documents,
        PrivateFiles files,
        Timeline timeline) {

    /// Touches no file.
    public static TargetSecrets of(Globals globals, Passphrases passphrases) {
        var timeline = new SystemTimeline();
        var secrets = TargetRecords.target(globals).secrets(timeline::now, passphrases);
        return new TargetSecrets(
                secrets.vault(),
                secrets.identity(),
                secrets.inspection(),
                secrets.backups(),
                secrets.documents(),
                secrets.files(),
                timeline);
    }

    /// The same, and a warning if others may read what opens it.
    public static TargetSecrets of(Globals globals, Passphrases passphrases, Consumer<String> notices) {
        var secrets = of(globals, passphrases);
        warnOf(secrets.identity(), notices);
        return secrets;
    }

    static void warnOf(VaultIdentity identity, Consumer<String> notices) {
        if (identity.isOpenToOthers()) {
            notices.accept("others may read " + identity.file() + ", and every secret with it; take that right away:"
                    + " chmod go= '" + identity.file() + "'");
        }
    }

    /// Everything that a person may be asked for, whatever the platform.
    public static List<NeededSecret> everyNeeded() {
        return LocalSecrets.everyNeeded();
    }

    /// What only a person has, whatever is kept already.
    public static NeededSecrets needed() {
        return LocalSecrets.needed();
    }
}
