package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.SshKeys;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.LayerStates;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.host.UserKeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of `setup` that takes a key of the user's own for the hosts, before anything is planned. Without a word
/// of one, the key stays the one that it is.
final class SshSetup {
    private final Invocation invocation;
    private final SshKeyWish.Source wishes;
    private final Stage stage;
    private final SshAgent agent;

    /// @param environment the value of a variable; absent where it is not set
    SshSetup(Invocation invocation, Function<String, @Nullable String> environment, Stage stage) {
        this.invocation = invocation;
        this.wishes = new SshKeyWish.Source(invocation, environment);
        this.stage = stage;
        this.agent = SshKeys.agent(environment.apply("SSH_AUTH_SOCK"));
    }

    /// @throws Problem if the key can't be used, or machines stand that know another
    void run(Spec spec, Optional<SetupPart> part) {
        if (!isCalledFor(part)) {
            return;
        }
        var choice = SshKeys.choice(invocation.globals(), spec.name());
        switch (wishes.read()) {
            case SshKeyWish.None() -> reconsider(spec);
            case SshKeyWish.File(var file) -> {
                if (isSame(file, choice.madeFile())) {
                    takeMade(choice, spec);
                } else {
                    take(inFile(file), choice, spec);
                }
            }
            case SshKeyWish.Agent(var which) ->
                take(new AgentKeys(agent, stage.screen()).chosen(which, choice.settled()), choice, spec);
        }
    }

    /// Machines may have been launched since a key was chosen that never came to be: they know the one before,
    /// and settling the choice now would lock everybody out.
    void reconsider(Spec spec) {
        if (invocation.globals().target() == Globals.Target.SIM) {
            return;
        }
        var choice = SshKeys.choice(invocation.globals(), spec.name());
        var open = choice.openKey();
        if (open.isEmpty()) {
            return;
        }
        try (var kept = Kept.of(invocation.globals())) {
            var states = kept.states();
            var known = keyOf(states, spec).filter(key -> !key.isSameKeyAs(open.get()));
            if (known.isEmpty() || machines(states).isEmpty()) {
                return;
            }
            VaultAction.alone(invocation, stage, choice::keepSettled);
            Showing.note(
                    stage,
                    "The key " + open.get().fingerprint() + " was chosen and never came to be; machines were launched"
                            + " with " + known.get().fingerprint() + " since, which stays.");
        }
    }

    private boolean isCalledFor(Optional<SetupPart> part) {
        boolean concerned = part.isEmpty() || part.get() == SetupPart.SSH;
        boolean simulated = invocation.globals().target() == Globals.Target.SIM;
        if (wishes.isAskedFor() && !concerned) {
            throw Problem.usage(
                    "Not a matter of this part",
                    "The key for the hosts belongs to the part ssh. Nothing was written.",
                    "freehold setup ssh " + SshKeyWish.KEY + " FILE");
        }
        if (wishes.isAskedFor() && simulated) {
            throw Problem.usage(
                    "There is nothing to log into",
                    "The simulated target touches nothing of this computer. Say --target live, or --target lab to"
                            + " practise. Nothing was written.",
                    null);
        }
        return concerned && !simulated;
    }

    private ChosenKey inFile(Path file) {
        return switch (SshKeys.files().read(file)) {
            case UserKeyFiles.Unusable(var words) -> throw unusable(words);
            case UserKeyFiles.UserKey own -> {
                if (own.isProtected() && !new AgentKeys(agent, stage.screen()).holds(own.key())) {
                    throw unusable(file + " has a passphrase, and no SSH agent holds it: nobody would be there to type"
                            + " it at each login. Add it to the agent: ssh-add '" + file + "'");
                }
                if (!own.hasPublicFile()) {
                    Showing.note(
                            stage, "There is no " + file + ".pub. The public half was taken from the private file.");
                }
                yield ChosenKey.in(own);
            }
        };
    }

    private static Problem unusable(String words) {
        return Problem.usage("That SSH key can't be used", words, null);
    }

    private void take(ChosenKey wanted, KeyChoice choice, Spec spec) {
        if (choice.settled().equals(Optional.of(wanted))) {
            dropWhatIsOpen(choice);
            return;
        }
        sayWhatItReplaces(wanted.key(), spec);
        VaultAction.alone(invocation, stage, () -> choice.choose(wanted));
        Showing.note(
                stage,
                "The key for the hosts is " + wanted.key().fingerprint()
                        + (wanted.file() == null ? " of the SSH agent" : " in " + wanted.file())
                        + (wanted.isWithAgent() && wanted.file() != null ? ", with which the SSH agent signs" : "")
                        + ". It stays where it is; no copy is made.");
    }

    /// Something else may have been chosen since, and never have come to be.
    private void dropWhatIsOpen(KeyChoice choice) {
        if (choice.isOpen()) {
            VaultAction.alone(invocation, stage, choice::keepSettled);
        }
    }

    private void takeMade(KeyChoice choice, Spec spec) {
        var made = choice.madeKey()
                .orElseThrow(() -> unusable(choice.madeFile() + " is where the platform has a key pair that was made"
                        + " for it, and none is there."));
        if (choice.settled().isEmpty()) {
            dropWhatIsOpen(choice);
            return;
        }
        sayWhatItReplaces(made, spec);
        VaultAction.alone(invocation, stage, choice::chooseMade);
    }

    /// @throws Problem if machines stand that would not let the new key in
    private void sayWhatItReplaces(SshPublicKey wanted, Spec spec) {
        try (var kept = Kept.of(invocation.globals())) {
            var states = kept.states();
            var before = keyOf(states, spec).filter(key -> !key.isSameKeyAs(wanted));
            if (before.isEmpty()) {
                return;
            }
            var machines = machines(states);
            if (!machines.isEmpty()) {
                throw Problem.usage(
                        "Machines know another key",
                        String.join(", ", machines) + (machines.size() == 1 ? " was" : " were")
                                + " launched with the key " + before.get().fingerprint()
                                + " and would not let " + wanted.fingerprint() + " in: a machine takes the keys that"
                                + " it was launched with. Nothing was written. Keep that key, or have the machines"
                                + " launched anew:",
                        "freehold destroy oci --cascade");
            }
            Showing.note(
                    stage,
                    "Until now the key for the hosts was " + before.get().fingerprint()
                            + ". No machine stands that knows it.");
        }
    }

    private static Optional<SshPublicKey> keyOf(LayerStates states, Spec spec) {
        return states.of(Phase.SETUP).nodes().values().stream()
                .filter(standing -> standing.node() instanceof SshKeyPair pair
                        && pair.name().equals(spec.name()))
                .flatMap(standing -> standing instanceof Standing.Stands stands
                        ? stands.outputs().text("publicKey").stream()
                        : Stream.empty())
                .flatMap(line -> SshPublicKey.ofLine(line).stream())
                .findFirst();
    }

    /// Those of which a launch was recorded, whatever came of it.
    private static List<String> machines(LayerStates states) {
        return states.of(Phase.OCI).nodes().values().stream()
                .flatMap(standing ->
                        standing.node() instanceof Instance instance ? Stream.of(instance.name()) : Stream.empty())
                .sorted()
                .toList();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException oneIsMissing) {
            return one.equals(other.toAbsolutePath().normalize());
        }
    }
}
