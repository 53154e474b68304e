package dev.freehold.app.shell.screen;

import org.jspecify.annotations.Nullable;

/// Where a person answers.
@FunctionalInterface
public interface Answers {

    /// The line that is typed after `question` was shown; absent if there is none, because the input ended or
    /// was broken off.
    @Nullable
    String ask(String question);

    /// The same for what nobody is to see: it is not shown while it is typed.
    default @Nullable String askHidden(String question) {
        return ask(question);
    }
}
