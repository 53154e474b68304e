package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.text.DurationText;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.engine.access.AwaitAccess;
import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.cloud.CloudCredentials.Account;
import dev.freehold.ports.cloud.CloudCredentials.ApiKey;
import dev.freehold.ports.cloud.CloudCredentials.NotLetIn;
import dev.freehold.ports.cloud.CloudCredentials.Proof;
import dev.freehold.ports.cloud.CloudCredentials.Unclear;
import dev.freehold.ports.cloud.CloudCredentials.Works;
import dev.freehold.ports.cloud.CloudCredentials.Written;
import dev.freehold.ports.time.Timeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between a key that is made and a cloud that lets it in a person pastes it into the console. This shows what to
/// paste and where, tries, and says what was wrong.
///
/// @param out where the conversation is shown
/// @param patience for how long it is tried without a person; absent: a person says when
/// @param between two tries
/// @param again the command that goes on later
record ApiKeyActivation(
        CloudCredentials credentials,
        Screen screen,
        PrintWriter out,
        Timeline timeline,
        @Nullable Duration patience,
        Duration between,
        NextCommand again) {
    /// Oracle refuses a date that is further off (its page "Request Signatures").
    private static final long MOST_SKEW_SECONDS = 300;

    /// What is to be let in.
    ///
    /// @param key absent where its public half can't be read
    record Pending(
            Account account, String fingerprint, @Nullable ApiKey key) {
        Pending(Written written) {
            this(written.account(), written.fingerprint(), written.key());
        }
    }

    /// Returns once it works.
    ///
    /// @param seen what a try said already; absent if none was made
    /// @throws CommandError if it does not, and nobody is there to wait for
    void await(Pending pending, @Nullable NotLetIn seen) {
        show(pending);
        if (seen != null) {
            say(reason(seen, pending));
        }
        if (patience != null) {
            poll(pending, patience);
        } else if (screen.tty().in()) {
            ask(pending);
        } else {
            throw notYet(seen == null ? "It was not tried yet." : reason(seen, pending));
        }
    }

    void sayThatItWorks(List<String> regions) {
        say("It works: Oracle answered a signed call. The tenancy has " + String.join(", ", regions) + ".");
    }

    private void show(Pending pending) {
        say("");
        say("In Oracle's console: Profile > User settings > API keys > Add API key > Paste a public key.");
        var key = pending.key();
        if (key == null) {
            say("A passphrase protects the key, so its public half is not shown here.");
        } else {
            say("Paste this, its first and its last line included:");
            say("");
            out.print(key.pem());
            say("");
        }
        say("The console then shows the fingerprint " + pending.fingerprint() + ".");
        say("");
        screen.flush();
    }

    private void ask(Pending pending) {
        while (true) {
            screen.flush();
            if (screen.answers().ask("Press Enter to try it: ") == null) {
                throw brokenOff();
            }
            var proof = credentials.prove();
            if (proof instanceof Works(var regions)) {
                sayThatItWorks(regions);
                return;
            }
            say(reason(proof, pending));
        }
    }

    private void poll(Pending pending, Duration longest) {
        var waiter = Thread.currentThread();
        try (var _ = Interrupts.calling(waiter::interrupt)) {
            switch (new AwaitAccess(credentials, timeline, between).upTo(longest)) {
                case AwaitAccess.LetIn(var regions) -> sayThatItWorks(regions);
                case AwaitAccess.GivenUp(var last) ->
                    throw notYet(reason(last, pending) + " It was tried for " + DurationText.words(longest) + ".");
            }
        } catch (InterruptedException _) {
            throw brokenOff();
        }
    }

    /// What was wrong, as exactly as the answer tells.
    private static String reason(Proof proof, Pending pending) {
        return switch (proof) {
            case Works _ -> "It works.";
            case Unclear(var words) ->
                "There was no answer that says anything of the key. " + words + (words.endsWith(".") ? "" : ".");
            case NotLetIn(var ahead) -> {
                var said = "Oracle answered NotAuthenticated. ";
                if (ahead != null && ahead.abs().toSeconds() >= MOST_SKEW_SECONDS) {
                    yield said + "This computer's clock is " + ahead.abs().toSeconds() + " s "
                            + (ahead.isNegative() ? "behind" : "ahead of") + " Oracle's, and " + MOST_SKEW_SECONDS
                            + " s are allowed: set the clock.";
                }
                yield said + "Either the key " + pending.fingerprint() + " is not there yet for the user "
                        + pending.account().user() + ", or that user is not one of the tenancy "
                        + pending.account().tenancy() + "."
                        + (ahead == null
                                ? ""
                                : " The clock is right: " + ahead.abs().toSeconds() + " s from Oracle's.");
            }
        };
    }

    private CommandError notYet(String reason) {
        var sentences = new ArrayList<>(List.of(reason));
        sentences.add("Key and profile are written and stay. Paste the key as said above, then run this; with --wait"
                + " it tries for so long by itself:");
        return new CommandError(
                ExitCode.FAILED,
                "Oracle does not let the key in",
                sentences,
                NextCommand.again(again.words(), List.of("--wait", "10m")));
    }

    private CommandError brokenOff() {
        return new CommandError(
                ExitCode.INTERRUPTED,
                "Setup was broken off",
                List.of("Key and profile are written, and were not proved yet. The same command goes on from there."),
                again);
    }

    void say(String words) {
        out.println(words);
    }
}
