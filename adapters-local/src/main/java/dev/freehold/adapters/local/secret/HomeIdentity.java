package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.secret.VaultIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [VaultIdentity] as an age identity in `secrets/identity`, mode 0600. Beside it stands its recipient, in
/// `secrets/recipient`, so that a protected one is asked for nothing when something is encrypted.
public final class HomeIdentity implements VaultIdentity {
    static final String NAME = "identity";
    static final String RECIPIENT = "recipient";

    private final SecretFolder files;
    private final InstantSource clock;
    private final Passphrases passphrases;
    private @Nullable List<Identity> read;

    /// Touches no file.
    ///
    /// @param clock when an identity is made; a timeline's `now`
    public HomeIdentity(TargetFolder target, InstantSource clock, Passphrases passphrases) {
        this.files = new SecretFolder(target, target.secrets());
        this.clock = clock;
        this.passphrases = passphrases;
    }

    @Override
    public Path file() {
        return files.file(NAME);
    }

    /// When it was made or protected last; empty if there is none yet.
    public Optional<Instant> since() {
        return files.at(NAME);
    }

    @Override
    public boolean isProtected() {
        return files.read(NAME).map(IdentityFile::isProtected).orElse(false);
    }

    @Override
    public boolean isOpenToOthers() {
        return PrivateFile.isOpenToOthers(file());
    }

    @Override
    public String recipient() {
        return recipientOrNew().text();
    }

    Recipient recipientOrNew() {
        var content = files.read(NAME);
        if (content.isPresent() && IdentityFile.isProtected(content.get())) {
            return files.read(RECIPIENT)
                    .map(this::recipient)
                    .orElseGet(() -> identities().getFirst().recipient());
        }
        if (content.isEmpty()) {
            var made = Identity.generate();
            var now = clock.instant();
            files.writeFirst(NAME, IdentityFile.of(made, now), now);
        }
        // Another process may have been quicker: what lies there counts.
        return identities().getFirst().recipient();
    }

    private Recipient recipient(byte[] content) {
        try {
            return new Recipient(new String(content, StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException damaged) {
            throw new Undecryptable(
                    files.file(RECIPIENT) + " is damaged: " + damaged.getMessage() + ". Remove it, and " + file()
                            + " will be asked instead.",
                    damaged);
        }
    }

    /// Who decrypts. One that is protected is opened once.
    ///
    /// @throws Undecryptable if there is none, or it can't be read
    public synchronized List<Identity> identities() {
        var known = read;
        if (known == null) {
            known = opened();
            read = known;
        }
        return known;
    }

    private List<Identity> opened() {
        var content = files.read(NAME)
                .orElseThrow(() -> new Undecryptable("There is no identity in " + file()
                        + " yet, so that nothing here can be decrypted. " + NextCommand.setSecret("NAME")
                        + " makes one; a backup"
                        + " brings an earlier one back."));
        try {
            return IdentityFile.isProtected(content)
                    ? IdentityFile.read(content, passphrases.of(file()))
                    : IdentityFile.read(content);
        } catch (Undecryptable unreadable) {
            throw new Undecryptable(
                    file() + " can't be read: " + unreadable.getMessage() + ". Put it back from a backup.", unreadable);
        }
    }

    @Override
    public void open() {
        identities();
    }

    @Override
    public synchronized void protect(Secret passphrase) {
        var recipient = recipientOrNew();
        var plain = IdentityFile.of(identities().getFirst(), since().orElseGet(clock::instant));
        files.write(RECIPIENT, (recipient.text() + '\n').getBytes(StandardCharsets.UTF_8), clock.instant());
        files.write(NAME, IdentityFile.withPassphrase(plain, passphrase), clock.instant());
    }
}
