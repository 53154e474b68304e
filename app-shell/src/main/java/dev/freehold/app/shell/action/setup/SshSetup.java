package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.LoginKeys;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.key.KeyChange;
import dev.freehold.engine.key.OpenChoice;
import dev.freehold.engine.key.RecordedKey;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.host.UserKeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The part of `setup` that takes a key of the user's own for the hosts, before anything is planned. Without a word
/// of one, the key stays the one that it is.
public final class SshSetup {
    private final Invocation invocation;
    private final SshKeyWish.Source wishes;
    private final Spec spec;
    private final LoginKeys keys;
    private final Stage stage;

    /// @param environment the value of a variable; absent where it is not set
    public SshSetup(Invocation invocation, Function<String, @Nullable String> environment, Spec spec, Stage stage) {
        this.invocation = invocation;
        this.wishes = new SshKeyWish.Source(invocation, environment);
        this.spec = spec;
        this.keys = LoginKeys.of(invocation.globals(), spec.name(), environment);
        this.stage = stage;
    }

    /// @throws CommandError if the key can't be used, or machines stand that know another
    void run(Optional<SetupPart> part) {
        if (!isCalledFor(part)) {
            return;
        }
        switch (wishes.read()) {
            case SshKeyWish.None() -> reconsider();
            case SshKeyWish.File(var file) -> {
                if (isSame(file, keys.choice().madeFile())) {
                    takeMade();
                } else {
                    take(inFile(file));
                }
            }
            case SshKeyWish.Agent(var which) ->
                take(agentKeys().chosen(which, keys.choice().settled()));
        }
    }

    /// Drops what was chosen and is overtaken by the machines that stand.
    public void reconsider() {
        if (invocation.globals().target() == Globals.Target.SIM) {
            return;
        }
        keys.choice().openKey().ifPresent(open -> {
            if (OpenChoice.of(open, recorded()) instanceof OpenChoice.Overtaken(var chosen, var known)) {
                WriteRight.during(invocation, stage, keys.choice()::keepSettled);
                Display.note(
                        stage,
                        "The key " + chosen.fingerprint() + " was chosen and never came to be; machines were launched"
                                + " with " + known.fingerprint() + " since, which stays.");
            }
        });
    }

    private RecordedKey recorded() {
        try (var kept = TargetRecords.of(invocation.globals())) {
            return RecordedKey.of(kept.states(), spec.name());
        }
    }

    private AgentKeys agentKeys() {
        return new AgentKeys(keys.agent(), stage.screen());
    }

    private boolean isCalledFor(Optional<SetupPart> part) {
        boolean concerned = part.isEmpty() || part.get() == SetupPart.SSH;
        boolean simulated = invocation.globals().target() == Globals.Target.SIM;
        if (wishes.isAskedFor() && !concerned) {
            throw CommandError.usage(
                    "Not a matter of this part",
                    "The key for the hosts belongs to the part ssh. Nothing was written.",
                    NextCommand.setUpSshWithKey("FILE"));
        }
        if (wishes.isAskedFor() && simulated) {
            throw CommandError.usage(
                    "There is nothing to log into",
                    "The simulated target touches nothing of this computer. Say --target live, or --target lab to"
                            + " practise. Nothing was written.",
                    null);
        }
        return concerned && !simulated;
    }

    private ChosenKey inFile(Path file) {
        return switch (keys.files().read(file)) {
            case UserKeyFiles.Unusable(var words) -> throw unusable(words);
            case UserKeyFiles.UserKey own -> {
                if (own.isProtected() && !agentKeys().holds(own.key())) {
                    throw unusable(file + " has a passphrase, and no SSH agent holds it: nobody would be there to type"
                            + " it at each login. Add it to the agent: ssh-add '" + file + "'");
                }
                if (!own.hasPublicFile()) {
                    Display.note(
                            stage, "There is no " + file + ".pub. The public half was taken from the private file.");
                }
                yield ChosenKey.in(own);
            }
        };
    }

    private static CommandError unusable(String words) {
        return CommandError.usage("That SSH key can't be used", words, null);
    }

    private void take(ChosenKey wanted) {
        change(KeyChange.to(wanted, keys.choice().settled(), recorded()), wanted.key(), () -> {
            WriteRight.during(invocation, stage, () -> keys.choice().choose(wanted));
            Display.note(
                    stage,
                    "The key for the hosts is " + wanted.key().fingerprint()
                            + (wanted.file() == null ? " of the SSH agent" : " in " + wanted.file())
                            + (wanted.isWithAgent() && wanted.file() != null ? ", with which the SSH agent signs" : "")
                            + ". It stays where it is; no copy is made.");
        });
    }

    private void takeMade() {
        var choice = keys.choice();
        var made = choice.madeKey()
                .orElseThrow(() -> unusable(choice.madeFile() + " is where the platform has a key pair that was made"
                        + " for it, and none is there."));
        change(
                KeyChange.toMade(made, choice.settled(), recorded()),
                made,
                () -> WriteRight.during(invocation, stage, choice::chooseMade));
    }

    /// @throws CommandError if machines stand that would not let the new key in
    private void change(KeyChange change, SshPublicKey wanted, Runnable choosing) {
        switch (change) {
            case KeyChange.None() -> {
                if (keys.choice().isOpen()) {
                    WriteRight.during(invocation, stage, keys.choice()::keepSettled);
                }
            }
            case KeyChange.LocksOut(var before, var machines) ->
                throw CommandError.usage(
                        "Machines know another key",
                        String.join(", ", machines) + (machines.size() == 1 ? " was" : " were")
                                + " launched with the key " + before.fingerprint()
                                + " and would not let " + wanted.fingerprint() + " in: a machine takes the keys that"
                                + " it was launched with. Nothing was written. Keep that key, or have the machines"
                                + " launched anew:",
                        NextCommand.destroyWithAllOnIt(List.of("oci")));
            case KeyChange.Free(var before) -> {
                before.ifPresent(key -> Display.note(
                        stage,
                        "Until now the key for the hosts was " + key.fingerprint()
                                + ". No machine stands that knows it."));
                choosing.run();
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException oneIsMissing) {
            return one.equals(other.toAbsolutePath().normalize());
        }
    }
}
