package dev.freehold.adapters.local;

import dev.freehold.adapters.local.flux.AppSecrets;
import dev.freehold.adapters.local.home.OwnersFiles;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.secret.AgeEncryption;
import dev.freehold.adapters.local.secret.FileInspection;
import dev.freehold.adapters.local.secret.FileVault;
import dev.freehold.adapters.local.secret.HomeIdentity;
import dev.freehold.adapters.local.secret.VaultBackups;
import dev.freehold.adapters.local.sops.SopsEncryption;
import dev.freehold.adapters.local.tailscale.TailscaleAccess;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.secret.NeededSecret;
import dev.freehold.ports.secret.NeededSecrets;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.PrivateFiles;
import dev.freehold.ports.secret.SecretBackups;
import dev.freehold.ports.secret.VaultIdentity;
import dev.freehold.ports.secret.VaultInFiles;
import dev.freehold.ports.secret.VaultInspection;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// What this computer keeps secret of a target, and what opens it.
public final class LocalSecrets {
    private final TargetFolder folder;
    private final Passphrases passphrases;
    private final HomeIdentity identity;
    private final AgeEncryption encryption;
    private final FileVault vault;

    LocalSecrets(TargetFolder folder, InstantSource clock, Passphrases passphrases) {
        this.folder = folder;
        this.passphrases = passphrases;
        this.identity = new HomeIdentity(folder, clock, passphrases);
        this.encryption = new AgeEncryption(identity);
        this.vault = new FileVault(folder, clock, encryption);
    }

    public VaultIdentity identity() {
        return identity;
    }

    public VaultInFiles vault() {
        return vault;
    }

    /// To the vault's identity.
    public Encryption encryption() {
        return encryption;
    }

    public VaultInspection inspection() {
        return new FileInspection(folder, identity);
    }

    public SecretBackups backups() {
        return new VaultBackups(folder);
    }

    /// SOPS files, which the identities that are kept here open.
    public DocumentEncryption documents() {
        return new SopsEncryption(folder, identity, passphrases);
    }

    public PrivateFiles files() {
        return new OwnersFiles(folder);
    }

    /// Everything that a person may be asked for, whatever the platform.
    public static List<NeededSecret> everyNeeded() {
        return Stream.concat(Stream.of(TailscaleAccess.NEEDED), AppSecrets.every().stream())
                .toList();
    }

    /// What a person is asked for, whatever is kept already.
    public static NeededSecrets needed() {
        return LocalSecrets::needed;
    }

    private static List<NeededSecret> needed(Node node) {
        if (node instanceof TailnetCredential) {
            return List.of(TailscaleAccess.NEEDED);
        }
        return node instanceof EncryptedSecret secret ? AppSecrets.of(secret) : List.of();
    }
}
