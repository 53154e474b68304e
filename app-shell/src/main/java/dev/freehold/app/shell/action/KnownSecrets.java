package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.NeededSecret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Secrets of which it is known what they are for, and what their values look like.
public record KnownSecrets(List<NeededSecret> all) {
    public KnownSecrets {
        all = List.copyOf(all);
    }

    public Optional<NeededSecret> named(String name) {
        return all.stream().filter(one -> one.name().text().equals(name)).findFirst();
    }

    public List<String> names() {
        return all.stream().map(one -> one.name().text()).toList();
    }

    /// Which one was probably meant; absent where none is near.
    public @Nullable String nearest(String name) {
        return Nearest.to(name, names());
    }

    /// @param where the value comes from
    /// @return `value`
    /// @throws CommandError if it can't be the value of that secret
    public static Secret checked(NeededSecret secret, Secret value, String where, @Nullable NextCommand remedy) {
        secret.objection(value.reveal()).ifPresent(objection -> {
            throw CommandError.usage(
                    "Not a secret of that kind", where + ": " + objection + ". Nothing was written.", remedy);
        });
        return value;
    }

    /// What is said of a value that was typed where every program can read it.
    ///
    /// @param takes what is to stand there
    public static CommandError onTheCommandLine(
            String takes, @Nullable SecretName name, String instead, NextCommand remedy) {
        return new CommandError(
                ExitCode.BAD_USAGE,
                "A secret on the command line",
                List.of(
                        takes + (name == null ? "" : " of " + name)
                                + ": every program on this computer can read a command line, and the shell keeps it in"
                                + " its history. If that was the value, replace it where it was issued. Nothing was"
                                + " written.",
                        instead),
                remedy);
    }
}
