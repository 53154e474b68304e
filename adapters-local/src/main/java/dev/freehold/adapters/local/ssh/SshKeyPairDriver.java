package dev.freehold.adapters.local.ssh;

import dev.freehold.adapters.local.home.MissingRight;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.ssh.UserKeyFile.Unusable;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.skeleton.FixedSettings;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// [SshKeyPair] as two files under `secrets/ssh/`: made once, taken over where one is there already, never
/// overwritten. Where the user chose a key of their own ([FileKeyChoice]), only its public half lies there.
/// Outputs:
/// `privateKeyFile` and `publicKey`, the line for `authorized_keys`.
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
            if (choice(wanted).isOpen()) {
                return Optional.empty();
            }
            var own = choice(wanted).settled();
            if (own.isPresent()) {
                return files.says(own.get()) ? Optional.of(Observed.of(wanted, outputs(own.get()))) : Optional.empty();
            }
            var key = files.key();
            // A creation that was cut short left the private file at most; it is completed, not made anew.
            return key.isPresent() && files.areWhole(key.get())
                    ? Optional.of(Observed.of(wanted, outputs(files, key.get())))
                    : Optional.empty();
        } catch (UnreadableKey unreadable) {
            throw new Unforeseen(words(files, unreadable));
        } catch (IOException failure) {
            throw new Unforeseen(words(UnusableHome.unreadable(files.privateFile(), failure)));
        } catch (UnusableHome unusable) {
            throw new Unforeseen(words(unusable));
        }
    }

    @Override
    public CreateAnswer create(SshKeyPair wanted, Token token, Context context) {
        var files = files(wanted);
        return changing(files, refused -> refused, () -> {
            var standing = standing(wanted, files);
            if (standing.isPresent()) {
                return CreateAnswer.Created.of(wanted, standing.get());
            }
            if (files.isPublicAlone()) {
                return new Refused(
                        "PublicKeyAlone",
                        files.publicFile() + " is there without its private half. Put the private key beside it as "
                                + files.privateFile().getFileName()
                                + ", or move it away to have a new pair made. Nothing was touched.");
            }
            var made = OpenSshKey.random(wanted.comment());
            files.write(made);
            return CreateAnswer.Created.of(wanted, outputs(files, made));
        });
    }

    /// Completes what is there, or takes the key that was chosen since. Never makes a new one: this one is
    /// known to machines.
    @Override
    public UpdateAnswer update(SshKeyPair before, SshKeyPair wanted, Context context) {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        var files = files(wanted);
        return changing(files, refused -> refused, () -> {
            var standing = standing(wanted, files);
            return standing.isPresent()
                    ? UpdateAnswer.Updated.of(wanted, standing.get())
                    : new Refused(
                            "KeyLost",
                            files.privateFile() + " is gone, and the machines that stand let no other key in. Put it"
                                    + " back from a backup: " + NextCommand.restoreSecrets()
                                    + ". Without one the machines"
                                    + " have to be launched anew: "
                                    + NextCommand.destroyWithAllOnIt(List.of("oci")) + ".");
        });
    }

    /// What is there, completed; empty where a new pair would have to be made.
    private Optional<SshKey> standing(SshKeyPair wanted, KeyPairFiles files)
            throws IOException, UnreadableKey, Unusable {
        var choice = choice(wanted);
        var own = choice.latest();
        if (own.isPresent()) {
            check(own.get());
            choice.settle();
            files.writePublic(own.get().key());
            return Optional.of(outputs(own.get()));
        }
        choice.settle();
        var there = files.key();
        if (there.isPresent()) {
            files.complete(there.get());
        }
        return there.map(key -> outputs(files, key));
    }

    /// A file may have changed since it was chosen. What an agent holds is seen at the first login.
    private static void check(ChosenKey own) throws Unusable {
        var file = own.file();
        if (file != null && !UserKeyFile.read(file).key().isSameKeyAs(own.key())) {
            throw new Unusable(
                    file,
                    "holds another key than when it was chosen, which was "
                            + own.key().fingerprint()
                            + ". Put that one back, or choose again: "
                            + NextCommand.setUpSshWithKey(file.toString()) + ".");
        }
    }

    private interface Work<A> {
        A done() throws IOException, UnreadableKey, Unusable;
    }

    private static <A> A changing(KeyPairFiles files, Function<Refused, A> refused, Work<A> work) {
        try {
            return work.done();
        } catch (UnreadableKey unreadable) {
            return refused.apply(new Refused("NotAKeyPair", words(files, unreadable)));
        } catch (Unusable unusable) {
            return refused.apply(new Refused("NotAKeyPair", unusable.words()));
        } catch (IOException failure) {
            return refused.apply(MissingRight.refused(UnusableHome.unwritable(files.privateFile(), failure)));
        } catch (UnusableHome unusable) {
            return refused.apply(MissingRight.refused(unusable));
        }
    }

    /// What is no key pair of ours was put there by somebody, and stays.
    @Override
    public DeleteAnswer delete(SshKeyPair gone, Context context) {
        var files = files(gone);
        return changing(files, refused -> refused, () -> {
            if (files.isPublicAlone() && !choice(gone).isRemembered()) {
                return new DeleteAnswer.Deleted();
            }
            files.key(); // one that can't be read is nobody knows whose
            files.delete();
            // A key of the user's own stays where it is.
            choice(gone).forget();
            return new DeleteAnswer.Deleted();
        });
    }

    private FileKeyChoice choice(SshKeyPair pair) {
        return new FileKeyChoice(target, pair.name());
    }

    private static SshKey outputs(ChosenKey own) {
        return new SshKey(own.place(), own.key().line());
    }

    private KeyPairFiles files(SshKeyPair pair) {
        return new KeyPairFiles(target, pair.name());
    }

    private static SshKey outputs(KeyPairFiles files, OpenSshKey key) {
        return new SshKey(new KeyPlace(files.privateFile().toString()), key.publicLine());
    }

    private static String words(KeyPairFiles files, UnreadableKey unreadable) {
        return files.privateFile() + " " + unreadable.why()
                + ". Move it away to have a new pair made, or put an Ed25519 key without a passphrase there. It was"
                + " not touched.";
    }

    private static String words(UnusableHome unusable) {
        return String.valueOf(unusable.getMessage());
    }
}
