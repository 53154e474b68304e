package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.wiring.OciPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which key of their own somebody wants the hosts to have.
sealed interface SshKeyWish {
    String KEY = "--ssh-key";
    String AGENT = "--ssh-agent";
    String AGENT_KEY = "--ssh-agent-key";

    /// None: whatever it is stays.
    record None() implements SshKeyWish {}

    record File(Path file) implements SshKeyWish {}

    /// @param which by comment or fingerprint; absent: there is only one, or a person is asked
    record Agent(@Nullable String which) implements SshKeyWish {}

    /// Where it is said: flags, else variables.
    ///
    /// @param environment the value of a variable; absent where it is not set
    record Source(Invocation invocation, Function<String, @Nullable String> environment) {

        /// Was anything of it said by a flag?
        boolean isAskedFor() {
            return invocation.has(KEY) || invocation.has(AGENT) || invocation.has(AGENT_KEY);
        }

        /// @throws CommandError if two keys are named
        SshKeyWish read() {
            if (isAskedFor()) {
                var file = invocation.value(KEY);
                if (file == null) {
                    return new Agent(invocation.value(AGENT_KEY));
                }
                if (invocation.has(AGENT) || invocation.has(AGENT_KEY)) {
                    throw twoKeys(KEY, AGENT);
                }
                return new File(path(KEY, file));
            }
            var file = variable("FREEHOLD_SSH_KEY");
            var which = variable("FREEHOLD_SSH_AGENT_KEY");
            boolean agent = which != null || isYes("FREEHOLD_SSH_AGENT");
            if (file == null) {
                return agent ? new Agent(which) : new None();
            }
            if (agent) {
                throw twoKeys("FREEHOLD_SSH_KEY", "FREEHOLD_SSH_AGENT");
            }
            return new File(path("FREEHOLD_SSH_KEY", file));
        }

        private @Nullable String variable(String name) {
            var value = environment.apply(name);
            return value == null || value.isEmpty() ? null : value;
        }

        private boolean isYes(String name) {
            var value = variable(name);
            return switch (value == null ? "no" : value.toLowerCase(Locale.ROOT)) {
                case "yes", "true", "1" -> true;
                case "no", "false", "0" -> false;
                default ->
                    throw CommandError.usage(
                            "Not an answer", name + " is yes or no, not '" + value + "'. Nothing was written.", null);
            };
        }

        private static Path path(String where, String text) {
            try {
                return OciPlace.absolute(text, OciPlace.userHome());
            } catch (InvalidPathException noPath) {
                throw CommandError.usage("Not an answer", where + ": '" + text + "' is no path.", null);
            }
        }

        private static CommandError twoKeys(String one, String other) {
            return CommandError.usage(
                    "Two keys",
                    "Take a key in a file (" + one + ") or one of the agent's (" + other + "), not both.",
                    null);
        }
    }
}
