package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.domain.hint.NextCommand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The answers that a spec needs: from flags, from variables, from a conversation that was broken off, and from
/// whoever sits at the terminal, in that order. What was answered is kept until the spec is written, so that a
/// conversation goes on where it ended.
final class SetupConversation {
    private final Invocation invocation;
    private final Function<String, @Nullable String> environment;
    private final AnswersFile kept;
    private final Screen screen;

    /// @param environment the value of a variable; absent where it is not set
    /// @param kept the answers of one that was broken off
    SetupConversation(
            Invocation invocation, Function<String, @Nullable String> environment, AnswersFile kept, Screen screen) {
        this.invocation = invocation;
        this.environment = environment;
        this.kept = kept;
        this.screen = screen;
    }

    /// Was anything of it said by a flag?
    boolean isAskedFor() {
        for (var question : SetupQuestion.values()) {
            if (invocation.has(question.flag())) {
                return true;
            }
        }
        return false;
    }

    /// The spec that all answers make.
    ///
    /// @throws CommandError if one is missing and nobody is there to ask, if one is none, or if it was broken
    /// off
    String spec() {
        var answers = new EnumMap<SetupQuestion, String>(SetupQuestion.class);
        var before = kept.read();
        for (var question : SetupQuestion.values()) {
            given(question, before).ifPresent(answer -> answers.put(question, answer));
        }
        var lines = new StringBuilder();
        for (var question : SetupQuestion.values()) {
            if (!answers.containsKey(question)) {
                answers.put(question, asked(question));
                var byFlag = new TreeMap<String, String>();
                answers.forEach((one, answer) -> byFlag.put(one.flag(), answer));
                kept.keep(byFlag);
            }
            lines.append(question.line(String.valueOf(answers.get(question))));
        }
        return SetupQuestion.spec(lines.toString());
    }

    /// The spec is written: nothing of the conversation is needed any more.
    void forget() {
        kept.forget();
    }

    private Optional<String> given(SetupQuestion question, Map<String, String> before) {
        var flag = invocation.value(question.flag());
        if (flag != null) {
            return Optional.of(checked(question, flag, question.flag()));
        }
        var variable = environment.apply(question.variable());
        if (variable != null && !variable.isEmpty()) {
            return Optional.of(checked(question, variable, question.variable()));
        }
        return Optional.ofNullable(before.get(question.flag()))
                .filter(answer -> question.objection(answer).isEmpty());
    }

    private static String checked(SetupQuestion question, String answer, String where) {
        question.objection(answer).ifPresent(objection -> {
            throw CommandError.usage("Not an answer", where + ": " + objection + ". Nothing was written.", null);
        });
        return answer;
    }

    private String asked(SetupQuestion question) {
        if (!screen.tty().in()) {
            throw CommandError.usage(
                    "Something is missing",
                    question.words() + "? There is no terminal to ask at; say it with " + question.flag() + ", or in "
                            + question.variable() + ". Nothing was written.",
                    NextCommand.setUpWithAnswer(question.flag(), "ANSWER"));
        }
        while (true) {
            screen.flush();
            var typed = screen.answers().ask(question.words() + ": ");
            if (typed == null) {
                throw new CommandError(
                        ExitCode.INTERRUPTED,
                        "Setup was broken off",
                        List.of("No spec was written. What you answered is kept; run setup again to go on from there."),
                        null);
            }
            var answer = typed.strip();
            var objection = answer.isEmpty() ? Optional.of("please answer") : question.objection(answer);
            if (objection.isEmpty()) {
                return answer;
            }
            screen.out().println("  " + objection.get());
        }
    }
}
