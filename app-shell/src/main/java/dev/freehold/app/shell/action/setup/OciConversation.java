package dev.freehold.app.shell.action.setup;

import static java.util.Objects.requireNonNull;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.wiring.OciPlace;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.cloud.CloudCredentials.Absent;
import dev.freehold.ports.cloud.CloudCredentials.Account;
import dev.freehold.ports.cloud.CloudCredentials.Broken;
import dev.freehold.ports.cloud.CloudCredentials.NotLetIn;
import dev.freehold.ports.cloud.CloudCredentials.Unclear;
import dev.freehold.ports.cloud.CloudCredentials.Unusable;
import dev.freehold.ports.cloud.CloudCredentials.Works;
import dev.freehold.ports.cloud.CloudCredentials.Written;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sees to it that an OCI profile is there and lets Freehold in: makes one of answers where there is none, and goes
/// on with one that the cloud does not know yet. Broken off or killed anywhere, the same command goes on from
/// there.
final class OciConversation {
    private final Invocation invocation;
    private final Function<String, @Nullable String> environment;
    private final CloudCredentials credentials;
    private final OciPlace place;
    private final AnswersFile kept;
    private final Screen screen;
    private final ApiKeyActivation lettingIn;

    /// @param environment the value of a variable; absent where it is not set
    OciConversation(
            Invocation invocation,
            Function<String, @Nullable String> environment,
            CloudCredentials credentials,
            OciPlace place,
            AnswersFile kept,
            Screen screen,
            ApiKeyActivation lettingIn) {
        this.invocation = invocation;
        this.environment = environment;
        this.credentials = credentials;
        this.place = place;
        this.kept = kept;
        this.screen = screen;
        this.lettingIn = lettingIn;
    }

    /// Was anything of it said by a flag?
    static boolean isAskedFor(Invocation invocation) {
        return List.of(
                        OciQuestion.TENANCY.flag(),
                        OciQuestion.USER.flag(),
                        "--oci-config",
                        "--oci-profile",
                        "--key-file",
                        "--replace-profile",
                        "--wait")
                .stream()
                .anyMatch(invocation::has);
    }

    /// @param region the spec's
    /// @throws CommandError if an answer is missing and nobody is there to ask, if it was broken off, or if the
    /// cloud does not let the key in
    void run(String region) {
        try {
            switch (credentials.find()) {
                case Absent() -> make(region);
                case Broken(var words) -> mend(words, region);
                case Written written -> use(written, region);
            }
        } catch (Unusable no) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "The OCI configuration can't be made",
                    List.of(String.valueOf(no.getMessage())),
                    null);
        }
    }

    private void use(Written written, String region) {
        if (invocation.has("--replace-profile")) {
            make(region);
            return;
        }
        var other = differences(written);
        if (!other.isEmpty()) {
            replaceIfAgreed(place.words() + " is there already, with another " + other, region);
            return;
        }
        switch (credentials.prove()) {
            case Works _ -> kept.forget();
            case NotLetIn no -> lettingIn.await(new ApiKeyActivation.Pending(written), no);
            case Unclear _ -> {
                // Else the run that follows meets it as well, and says it in the usual form.
                if (lettingIn.patience() != null) {
                    lettingIn.await(new ApiKeyActivation.Pending(written), null);
                }
            }
        }
    }

    private void mend(String words, String region) {
        if (invocation.has("--replace-profile")) {
            make(region);
        } else {
            replaceIfAgreed(words, region);
        }
    }

    private void replaceIfAgreed(String words, String region) {
        var flag = "Say --replace-profile to write it anew, or name another with --oci-profile.";
        if (!screen.tty().in()) {
            throw CommandError.usage(
                    "An OCI profile is there", sentence(words) + " Nothing was written. " + flag, null);
        }
        say(sentence(words));
        var answer = answer("Write it anew? [y/N] ").strip().toLowerCase(Locale.ROOT);
        if (!answer.equals("y") && !answer.equals("yes")) {
            throw CommandError.usage("An OCI profile is there", "Nothing was written. " + flag, null);
        }
        make(region);
    }

    /// What an answer says otherwise than the profile, for a person; empty if nothing.
    private String differences(Written written) {
        var account = written.account();
        var there = Map.of(OciQuestion.TENANCY, account.tenancy(), OciQuestion.USER, account.user());
        for (var question : OciQuestion.values()) {
            if (!given(question).orElse(account(there, question)).equals(account(there, question))) {
                return question.flag().substring(2);
            }
        }
        var key = place.keyFile();
        return key == null || key.equals(written.keyFile().toAbsolutePath().normalize()) ? "" : "key file";
    }

    private static String account(Map<OciQuestion, String> there, OciQuestion question) {
        return there.getOrDefault(question, "");
    }

    private void make(String region) {
        var answers = answers();
        remarkOn(region);
        var key = credentials.makeKey();
        var account = new Account(
                requireNonNull(answers.get(OciQuestion.TENANCY)),
                requireNonNull(answers.get(OciQuestion.USER)),
                region);
        credentials.write(account, key);
        kept.forget();
        say((key.isNew() ? "Made an API key: " : "Took the API key that was there: ") + key.file());
        say("Wrote " + place.words() + ".");
        var pending = new ApiKeyActivation.Pending(account, key.fingerprint(), key);
        if (key.isNew()) {
            // Nobody can have told the cloud of it.
            lettingIn.await(pending, null);
            return;
        }
        switch (credentials.prove()) {
            case Works(var regions) -> lettingIn.sayThatItWorks(regions);
            case NotLetIn no -> lettingIn.await(pending, no);
            case Unclear _ -> lettingIn.await(pending, null);
        }
    }

    private void remarkOn(String region) {
        var known = credentials.knownRegions();
        if (!known.contains(region)) {
            var near = Nearest.to(region, known);
            screen.err()
                    .println("note: The region " + region + " is not among those known here"
                            + (near == null ? "." : "; did you mean " + near + "?"));
        }
    }

    private Map<OciQuestion, String> answers() {
        var answers = new EnumMap<OciQuestion, String>(OciQuestion.class);
        var before = kept.read();
        for (var question : OciQuestion.values()) {
            given(question)
                    .or(() -> Optional.ofNullable(before.get(question.flag()))
                            .filter(answer -> question.objection(answer).isEmpty()))
                    .ifPresent(answer -> answers.put(question, answer));
        }
        for (var question : OciQuestion.values()) {
            if (!answers.containsKey(question)) {
                answers.put(question, asked(question));
                var byFlag = new TreeMap<String, String>();
                answers.forEach((one, answer) -> byFlag.put(one.flag(), answer));
                kept.keep(byFlag);
            }
        }
        return answers;
    }

    private Optional<String> given(OciQuestion question) {
        var flag = invocation.value(question.flag());
        var variable = environment.apply(question.variable());
        var answer = flag == null ? variable : flag;
        if (answer == null || (flag == null && answer.isEmpty())) {
            return Optional.empty();
        }
        question.objection(answer).ifPresent(objection -> {
            throw CommandError.usage(
                    "Not an answer",
                    (flag == null ? question.variable() : question.flag()) + ": " + objection
                            + ". Nothing was written.",
                    null);
        });
        return Optional.of(answer);
    }

    private String asked(OciQuestion question) {
        if (!screen.tty().in()) {
            throw CommandError.usage(
                    "Something is missing",
                    "There is no " + place.words() + ", and one can't be made without: "
                            + question.words() + ". There is no terminal to ask at; say it with " + question.flag()
                            + ", or in " + question.variable() + ". Nothing was written.",
                    NextCommand.again(lettingIn.again().words(), List.of(question.flag(), "ANSWER")));
        }
        while (true) {
            var typed = answer(question.words() + ": ").strip();
            var objection = typed.isEmpty() ? Optional.of("please answer") : question.objection(typed);
            if (objection.isEmpty()) {
                return typed;
            }
            say("  " + objection.get());
        }
    }

    private String answer(String question) {
        screen.flush();
        var typed = screen.answers().ask(question);
        if (typed == null) {
            throw new CommandError(
                    ExitCode.INTERRUPTED,
                    "Setup was broken off",
                    List.of("No OCI configuration was written. What you answered is kept; run setup again to go on"
                            + " from there."),
                    null);
        }
        return typed;
    }

    private void say(String words) {
        lettingIn.say(words);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
