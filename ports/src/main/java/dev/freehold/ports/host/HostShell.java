package dev.freehold.ports.host;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs single commands on machines over SSH. It never asks for passwords and never tries again: who calls
/// knows whether a command may run twice.
public interface HostShell {
    /// What is kept of each of a command's two streams, in bytes; the rest is read and dropped.
    int KEPT_OUTPUT = 64 * 1024;

    /// Logs in, runs `command`, and waits until it has ended.
    ///
    /// @param deadline by which all of that has to be over
    /// @return [Answer.Ended], whatever its exit status; [LockedOut] if the machine does not let us in, or is
    /// not
    ///     the one that it was: nothing was run
    /// @throws Busy if nobody answered there, or the connection broke before the command: nothing was run
    /// @throws Silent if it did not end in time, or the connection broke: it may have run, or be running still
    /// @throws Unforeseen if the machine speaks no SSH that we know
    Answer run(Machine machine, Command command, Instant deadline) throws InterruptedException;

    /// What became of it: [Ended] or [LockedOut].
    sealed interface Answer permits Ended, LockedOut {}

    /// It ran to its end.
    ///
    /// @param status 0 for success; 128 and the signal's number where a signal ended it
    /// @param output the first [#KEPT_OUTPUT] of its standard output, as UTF-8
    /// @param errors the same of its standard error
    record Ended(int status, String output, String errors) implements Answer {
        public boolean isSuccess() {
            return status == 0;
        }
    }

    /// The machine does not let us in, or is not the one that it was; nothing was run.
    ///
    /// @param code `NotLetIn`, `HostKeyChanged` and the like
    /// @param words what happened, and what to do about it
    record LockedOut(String code, String words) implements Answer {}

    /// A machine to log into.
    ///
    /// @param identity what its host key is remembered by: a name that one made anew in its place does not
    ///     share, so that a changed key always means another machine
    /// @param name what people call it
    /// @param user who logs in there
    /// @param address a numeric address, as seen from the bastion where there is one
    /// @param port where its SSH server listens, usually 22
    /// @param bastion through which it is reached; absent where it is reached directly
    record Machine(
            String identity,
            String name,
            String user,
            String address,
            int port,
            @Nullable Machine bastion) {
        public static final int SSH = 22;

        public Machine {
            if (identity.isEmpty() || identity.chars().anyMatch(c -> c <= ' ' || c > '~' || c == ',' || c == '#')) {
                throw new IllegalArgumentException("'" + identity + "' can't stand in a file of known hosts");
            }
        }

        /// One that is reached by its own address.
        public static Machine direct(String identity, String name, String user, String address) {
            return new Machine(identity, name, user, address, SSH, null);
        }

        /// The same, reached from `bastion`.
        public Machine through(Machine bastion) {
            return new Machine(identity, name, user, address, port, bastion);
        }
    }

    /// What to run: words, none of which a shell interprets, and what it reads. Secrets belong into the
    /// latter: everybody on the machine can read the words.
    ///
    /// @param input its standard input, at most some kilobytes; never shown
    record Command(List<String> words, String input) {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a command has at least one word");
            }
        }

        public static Command of(String... words) {
            return new Command(List.of(words), "");
        }

        public Command reading(String input) {
            return new Command(words, input);
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }
}
