package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.home.MissingRight;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.SetupOutputs.AgeKey;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.state.UnusableHome;
import java.util.Optional;

/// [AgeIdentity] as a file, `secrets/age/<name>`, plain and 0600: the cluster gets it, and SOPS files are encrypted
/// to its recipient. Outputs `file` and `recipient`.
public final class AgeIdentityDriver implements KindDriver<AgeIdentity> {
    private static final String FOLDER = "age";

    private final SecretFolder files;

    /// Touches no file.
    public AgeIdentityDriver(TargetFolder target) {
        this.files = new SecretFolder(target, target.secrets().resolve(FOLDER));
    }

    @Override
    public Optional<Found<AgeIdentity>> find(AgeIdentity wanted, Context context) {
        try {
            return files.read(wanted.name())
                    .map(content -> Found.ours(
                            files.file(wanted.name()).toString(), wanted, outputs(wanted, content), Optional.empty()));
        } catch (Undecryptable damaged) {
            // It may be one that was damaged, or somebody's: it is not ours to replace or remove.
            throw new Declined(Declined.Reason.FORBIDDEN, "Damaged", damaged.getMessage() + " It was left as it is.");
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    @Override
    public void make(AgeIdentity wanted, Token token, Context context) {
        var now = context.timeline().now();
        try {
            // Of two that create it at once the first one's stays.
            files.writeFirst(wanted.name(), IdentityFile.of(Identity.generate(), now), now);
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    /// An identity has no settings: one that somebody put in its place counts.
    @Override
    public void change(Found<AgeIdentity> there, AgeIdentity wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<AgeIdentity> there, AgeIdentity gone, Context context) {
        try {
            files.remove(gone.name());
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own folder, under its platform's name");
    }

    private AgeKey outputs(AgeIdentity identity, byte[] content) {
        var file = files.file(identity.name());
        try {
            var recipient = IdentityFile.read(content).getFirst().recipient();
            return new AgeKey(new FilePath(file.toString()), recipient.text());
        } catch (Undecryptable damaged) {
            throw new Undecryptable(
                    file + " is no age identity: " + damaged.getMessage()
                            + ". Put it back from a backup; what is encrypted for it can't be read without.",
                    damaged);
        }
    }
}
