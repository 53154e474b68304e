package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
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
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.secret.Undecryptable;
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
        return files.read(wanted.name()).map(content -> Observed.of(wanted, outputs(wanted, content)));
    }

    @Override
    public CreateAnswer create(AgeIdentity wanted, Token token, Context context) {
        var now = context.timeline().now();
        if (files.read(wanted.name()).isEmpty()) {
            // Of two that create it at once the first one's stays.
            files.writeFirst(wanted.name(), IdentityFile.of(Identity.generate(), now), now);
        }
        try {
            return observe(wanted, context)
                    .<CreateAnswer>map(observed -> new CreateAnswer.Created(observed))
                    .orElseGet(() -> new Refused(
                            "Gone",
                            files.file(wanted.name())
                                    + " was removed by somebody while it was being made. Run the command again."));
        } catch (Undecryptable damaged) {
            return new Refused("Damaged", String.valueOf(damaged.getMessage()));
        }
    }

    /// Somebody put another identity in its place; that one counts.
    @Override
    public UpdateAnswer update(AgeIdentity before, AgeIdentity wanted, Context context) {
        try {
            return observe(wanted, context)
                    .<UpdateAnswer>map(observed -> new UpdateAnswer.Updated(observed))
                    .orElseGet(() -> new Refused(
                            "Gone",
                            files.file(wanted.name()) + " was removed by somebody meanwhile. Run the command again."));
        } catch (Undecryptable damaged) {
            return new Refused("Damaged", String.valueOf(damaged.getMessage()));
        }
    }

    @Override
    public DeleteAnswer delete(AgeIdentity gone, Context context) {
        files.remove(gone.name());
        return new DeleteAnswer.Deleted();
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
