package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.ports.person.AnswerStore;
import java.io.IOException;
import java.util.Map;

/// What was answered in a conversation that is not over: one line a flag. Nothing in it is secret.
record AnswersFile(AnswerStore store) {

    /// By flag; empty where nothing is kept.
    Map<String, String> read() {
        return store.read();
    }

    /// @param answers by flag, all there are
    void keep(Map<String, String> answers) {
        try {
            store.keep(answers);
        } catch (IOException failure) {
            throw CommandError.usage("An answer can't be kept", store.file() + ": " + failure.getMessage() + ".", null);
        }
    }

    /// Nothing of the conversation is needed any more.
    void forget() {
        try {
            store.forget();
        } catch (IOException failure) {
            throw CommandError.usage(
                    "An answer can't be forgotten", store.file() + ": " + failure.getMessage() + ".", null);
        }
    }
}
