package dev.freehold.adapters.local.ssh;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.home.UnusableHome;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.Context;
import dev.freehold.ports.CreateAnswer;
import dev.freehold.ports.DeleteAnswer;
import dev.freehold.ports.Observed;
import dev.freehold.ports.Refused;
import dev.freehold.ports.ResourceDriver;
import dev.freehold.ports.Unforeseen;
import dev.freehold.ports.UpdateAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// [SshKeyPair] as two files under `secrets/ssh/`: made once, taken over where one is there already, never
/// overwritten. Outputs: `privateKeyFile` and `publicKey`, the line for `authorized_keys`.
///
/// A key is not replaced for its comment, so a pair that somebody brought along counts as the one wanted.
public final class SshKeyPairDriver implements ResourceDriver<SshKeyPair> {
    private final TargetFolder target;

    public SshKeyPairDriver(TargetFolder target) {
        this.target = target;
    }

    @Override
    public Optional<Observed> observe(SshKeyPair wanted, Context context) {
        var files = files(wanted);
        try {
            var key = files.key();
            // A creation that was cut short left the private file at most; it is completed, not made anew.
            return key.isPresent() && files.areWhole(key.get())
                    ? Optional.of(new Observed(wanted, outputs(files, key.get())))
                    : Optional.empty();
        } catch (UnreadableKey unreadable) {
            throw new Unforeseen(words(files, unreadable));
        } catch (IOException failure) {
            throw new Unforeseen(words(UnusableHome.unreadable(files.privateFile(), failure)));
        }
    }

    @Override
    public CreateAnswer create(SshKeyPair wanted, Token token, Context context) {
        var files = files(wanted);
        try {
            var there = files.key();
            if (there.isPresent()) {
                files.complete(there.get());
                return new CreateAnswer.Created(outputs(files, there.get()));
            }
            if (Files.exists(files.publicFile())) {
                return new Refused(
                        "PublicKeyAlone",
                        files.publicFile() + " is there without its private half. Put the private key beside it as "
                                + files.privateFile().getFileName()
                                + ", or move it away to have a new pair made. Nothing was touched.");
            }
            var made = OpenSshKey.random(wanted.comment());
            files.write(made);
            return new CreateAnswer.Created(outputs(files, made));
        } catch (UnreadableKey unreadable) {
            return new Refused("NotAKeyPair", words(files, unreadable));
        } catch (IOException failure) {
            throw new Unforeseen(words(UnusableHome.unwritable(files.privateFile(), failure)));
        } catch (UnusableHome unusable) {
            throw new Unforeseen(words(unusable));
        }
    }

    /// Nothing of it can change in place; what stands is what is wanted.
    @Override
    public UpdateAnswer update(SshKeyPair before, SshKeyPair wanted, Context context) {
        throw new IllegalArgumentException(wanted.id() + " has nothing that changes in place");
    }

    @Override
    public DeleteAnswer delete(SshKeyPair gone, Context context) {
        var files = files(gone);
        try {
            files.delete();
            return new DeleteAnswer.Deleted();
        } catch (IOException failure) {
            throw new Unforeseen(words(UnusableHome.unwritable(files.privateFile(), failure)));
        }
    }

    private KeyFiles files(SshKeyPair pair) {
        return new KeyFiles(target, pair.name());
    }

    private static Outputs outputs(KeyFiles files, OpenSshKey key) {
        return Outputs.of("privateKeyFile", files.privateFile().toString(), "publicKey", key.publicLine());
    }

    private static String words(KeyFiles files, UnreadableKey unreadable) {
        return files.privateFile() + " " + unreadable.why()
                + ". Move it away to have a new pair made, or put an Ed25519 key without a passphrase there. It was"
                + " not touched.";
    }

    private static String words(UnusableHome unusable) {
        return String.valueOf(unusable.getMessage());
    }
}
