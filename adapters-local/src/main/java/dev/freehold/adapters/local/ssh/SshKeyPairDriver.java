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
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// [SshKeyPair] as two files under `secrets/ssh/`: made once, taken over where one is there already, never
/// overwritten. Where the user chose a key of their own ([FileKeyChoice]), only its public half lies there.
/// Outputs:
/// `privateKeyFile` and `publicKey`, the line for `authorized_keys`.
///
/// A key is not replaced for its comment, so a pair that somebody brought along counts as the one wanted.
public final class SshKeyPairDriver implements KindDriver<SshKeyPair> {
    private final TargetFolder target;

    public SshKeyPairDriver(TargetFolder target) {
        this.target = target;
    }

    @Override
    public Optional<Found<SshKeyPair>> find(SshKeyPair wanted, Context context) {
        return looking(wanted, () -> {
            var files = files(wanted);
            var own = choice(wanted).latest();
            var there = own.isPresent()
                    ? own.map(SshKeyPairDriver::outputs)
                    : files.key().map(key -> outputs(files, key));
            return there.map(key -> Found.ours(files.publicFile().toString(), wanted, key, Optional.empty()));
        });
    }

    /// A creation that was cut short left the private file at most, and a choice that is open is not settled
    /// yet: both are completed, not made anew.
    @Override
    public boolean isWhole(Found<SshKeyPair> there, SshKeyPair wanted, Context context) {
        return looking(wanted, () -> {
            var files = files(wanted);
            var choice = choice(wanted);
            if (choice.isOpen()) {
                return false;
            }
            var own = choice.settled();
            if (own.isPresent()) {
                return files.says(own.get());
            }
            var key = files.key();
            return key.isPresent() && files.areWhole(key.get());
        });
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void make(SshKeyPair wanted, Token token, Context context) {
        doing(wanted, () -> {
            var files = files(wanted);
            if (isCompleted(wanted, files)) {
                return files;
            }
            if (files.isPublicAlone()) {
                throw new Declined(
                        Declined.Reason.NAME_TAKEN,
                        "PublicKeyAlone",
                        files.publicFile() + " is there without its private half. Put the private key beside it as "
                                + files.privateFile().getFileName()
                                + ", or move it away to have a new pair made. Nothing was touched.");
            }
            files.write(OpenSshKey.random(wanted.comment()));
            return files;
        });
    }

    /// Completes what is there, or takes the key that was chosen since.
    @Override
    public void change(Found<SshKeyPair> there, SshKeyPair wanted, Context context) {
        doing(wanted, () -> isCompleted(wanted, files(wanted)));
    }

    /// Never a new one: this one is known to machines.
    @Override
    public Declined missing(SshKeyPair wanted) {
        return new Declined(
                Declined.Reason.ABSENT,
                "KeyLost",
                files(wanted).privateFile() + " is gone, and the machines that stand let no other key in. Put it"
                        + " back from a backup: " + NextCommand.restoreSecrets()
                        + ". Without one the machines have to be launched anew: "
                        + NextCommand.destroyWithAllOnIt(List.of("oci")) + ".");
    }

    /// Completes what is there; false where a new pair would have to be made.
    private boolean isCompleted(SshKeyPair wanted, KeyPairFiles files) throws IOException, UnreadableKey, Unusable {
        var choice = choice(wanted);
        var own = choice.latest();
        if (own.isPresent()) {
            check(own.get());
            choice.settle();
            files.writePublic(own.get().key());
            return true;
        }
        choice.settle();
        var there = files.key();
        if (there.isPresent()) {
            files.complete(there.get());
        }
        return there.isPresent();
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

    private <A> A looking(SshKeyPair pair, Work<A> work) {
        return doing(pair, work, UnusableHome::unreadable);
    }

    private <A> A doing(SshKeyPair pair, Work<A> work) {
        return doing(pair, work, UnusableHome::unwritable);
    }

    private <A> A doing(SshKeyPair pair, Work<A> work, BiFunction<Path, Exception, UnusableHome> trouble) {
        var files = files(pair);
        try {
            return work.done();
        } catch (UnreadableKey unreadable) {
            throw new Declined(Declined.Reason.FORBIDDEN, "NotAKeyPair", words(files, unreadable));
        } catch (Unusable unusable) {
            throw new Declined(Declined.Reason.FORBIDDEN, "NotAKeyPair", unusable.words());
        } catch (IOException failure) {
            throw MissingRight.declined(trouble.apply(files.privateFile(), failure));
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    @Override
    public void remove(Found<SshKeyPair> there, SshKeyPair gone, Context context) {
        remove(gone);
    }

    /// What a process that was killed wrote aside, and what was chosen.
    @Override
    public void removeRest(SshKeyPair gone, Context context) {
        remove(gone);
    }

    /// What is no key pair of ours was put there by somebody, and stays.
    private void remove(SshKeyPair gone) {
        doing(gone, () -> {
            var files = files(gone);
            var choice = choice(gone);
            if (!files.isPublicAlone() || choice.isRemembered()) {
                files.key(); // one that can't be read is nobody knows whose
                files.delete();
                // A key of the user's own stays where it is.
                choice.forget();
            }
            return files;
        });
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own folder, under its platform's name");
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
}
