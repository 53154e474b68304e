package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.engine.key.AgentKeyChoice;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys that the user's SSH agent holds, and which of them is meant.
record AgentKeys(SshAgent agent, Screen screen) {

    boolean holds(SshPublicKey key) {
        return agent.keys() instanceof SshAgent.Held(var keys) && keys.stream().anyMatch(key::isSameKeyAs);
    }

    /// @param which by comment or fingerprint; absent: the one it is already, or the only one, or a person is
    /// asked
    /// @param now the key that the platform has; empty if it is none of the user's own
    /// @throws CommandError if there is none, or none can be told from the others
    ChosenKey chosen(@Nullable String which, Optional<ChosenKey> now) {
        var held = held();
        var choice = which == null ? AgentKeyChoice.unnamed(held, now) : AgentKeyChoice.named(which, held);
        return switch (choice) {
            case AgentKeyChoice.Chosen(var key) -> key;
            case AgentKeyChoice.Several(var usable) -> new ChosenKey(asked(usable), null, Signer.AGENT);
            case AgentKeyChoice.NoneHeld() ->
                throw unusable(List.of("The SSH agent holds no key. Add one with ssh-add."));
            case AgentKeyChoice.NoneUsable(var keys) ->
                throw unusable(sentences("The SSH agent holds no key that can be used:", keys));
            case AgentKeyChoice.NotHeld(var keys) ->
                throw unusable(sentences("The SSH agent holds no key '" + which + "', but these:", keys));
            case AgentKeyChoice.Ambiguous(var alike) ->
                throw unusable(sentences(
                        "The SSH agent holds several keys '" + which
                                + "'. Name the one that is meant by its fingerprint:",
                        alike));
            case AgentKeyChoice.Unfit(var why) -> throw unusable(List.of("The key '" + which + "' " + why + '.'));
        };
    }

    private List<SshPublicKey> held() {
        return switch (agent.keys()) {
            case SshAgent.Held(var keys) -> keys;
            case SshAgent.NoAgent(var words) -> throw unusable(List.of(words));
        };
    }

    private SshPublicKey asked(List<SshPublicKey> keys) {
        if (!screen.tty().in()) {
            throw new CommandError(
                    ExitCode.BAD_USAGE,
                    "Something is missing",
                    sentences(
                            "Which key of the SSH agent? There is no terminal to ask at; say it with "
                                    + SshKeyWish.AGENT_KEY + ", or in FREEHOLD_SSH_AGENT_KEY:",
                            keys),
                    NextCommand.setUpSshWithAgent(keys.getFirst().fingerprint()));
        }
        for (int number = 1; number <= keys.size(); number++) {
            screen.out().println("  " + number + "  " + words(keys.get(number - 1)));
        }
        while (true) {
            screen.flush();
            var typed = screen.answers().ask("Which key of the SSH agent? [1-" + keys.size() + "] ");
            if (typed == null) {
                throw new CommandError(
                        ExitCode.INTERRUPTED,
                        "Setup was broken off",
                        List.of("No key was chosen. What you answered before is kept; run setup again to go on from"
                                + " there."),
                        null);
            }
            var answer = typed.strip();
            for (int number = 1; number <= keys.size(); number++) {
                if (answer.equals(String.valueOf(number))) {
                    return keys.get(number - 1);
                }
            }
            screen.out().println("  a number from 1 to " + keys.size());
        }
    }

    private static CommandError unusable(List<String> sentences) {
        var all = new ArrayList<>(sentences);
        all.add("Nothing was written.");
        return new CommandError(ExitCode.BAD_USAGE, "That SSH key can't be used", all, null);
    }

    private static List<String> sentences(String first, List<SshPublicKey> keys) {
        var all = new ArrayList<String>();
        all.add(first);
        keys.forEach(key -> all.add(words(key)));
        return all;
    }

    private static String words(SshPublicKey key) {
        return key.fingerprint() + ' ' + (key.comment().isEmpty() ? "(no comment)" : key.comment()) + " (" + key.type()
                + ')';
    }
}
