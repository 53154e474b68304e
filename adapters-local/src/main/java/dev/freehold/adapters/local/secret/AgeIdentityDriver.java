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
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.UnusableHome;
import java.util.Optional;

/// [AgeIdentity] as a file, `secrets/age/<name>`, plain and 0600: the cluster gets it, and SOPS files are encrypted
/// to its recipient. Outputs `file` and `recipient`.
public final class AgeIdentityDriver implements ResourceDriver<AgeIdentity> {
    private static final String FOLDER = "age";

    private final SecretFolder files;

    /// Touches no file.
    public AgeIdentityDriver(TargetFolder target) {
        this.files = new SecretFolder(target, target.secrets().resolve(FOLDER));
    }

    @Override
    public Optional<Observed> observe(AgeIdentity wanted, Context context) {
        try {
            return seen(wanted);
        } catch (Undecryptable | UnusableHome unreadable) {
            throw new Unforeseen(String.valueOf(unreadable.getMessage()));
        }
    }

    private Optional<Observed> seen(AgeIdentity wanted) {
        return files.read(wanted.name()).map(content -> Observed.of(wanted, outputs(wanted, content)));
    }

    @Override
    public CreateAnswer create(AgeIdentity wanted, Token token, Context context) {
        var now = context.timeline().now();
        try {
            if (files.read(wanted.name()).isEmpty()) {
                // Of two that create it at once the first one's stays.
                files.writeFirst(wanted.name(), IdentityFile.of(Identity.generate(), now), now);
            }
            return seen(wanted)
                    .<CreateAnswer>map(observed -> new CreateAnswer.Created(observed))
                    .orElseGet(() -> new Refused(
                            "Gone",
                            files.file(wanted.name())
                                    + " was removed by somebody while it was being made. Run the command again."));
        } catch (Undecryptable damaged) {
            return new Refused("Damaged", String.valueOf(damaged.getMessage()));
        } catch (UnusableHome unusable) {
            return MissingRight.refused(unusable);
        }
    }

    /// Somebody put another identity in its place; that one counts.
    @Override
    public UpdateAnswer update(AgeIdentity before, AgeIdentity wanted, Context context) {
        try {
            return seen(wanted)
                    .<UpdateAnswer>map(observed -> new UpdateAnswer.Updated(observed))
                    .orElseGet(() -> new Refused(
                            "Gone",
                            files.file(wanted.name()) + " was removed by somebody meanwhile. Run the command again."));
        } catch (Undecryptable damaged) {
            return new Refused("Damaged", String.valueOf(damaged.getMessage()));
        }
    }

    /// What is no identity may be one that was damaged, or somebody's: it is not ours to remove.
    @Override
    public DeleteAnswer delete(AgeIdentity gone, Context context) {
        try {
            if (seen(gone).isPresent()) {
                files.remove(gone.name());
            }
            return new DeleteAnswer.Deleted();
        } catch (Undecryptable damaged) {
            return new Refused("Damaged", damaged.getMessage() + " It was left as it is.");
        } catch (UnusableHome unusable) {
            return MissingRight.refused(unusable);
        }
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
