package dev.freehold.app.shell.action.setup;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.adapters.local.record.Replacement;
import dev.freehold.app.shell.command.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What was answered in a conversation that is not over: one line a flag. Nothing in it is secret.
///
/// @param name of the file in the target's folder
record AnswersFile(TargetFolder target, String name) {

    /// By flag; empty where nothing is kept.
    Map<String, String> read() {
        var kept = new HashMap<String, String>();
        if (Files.exists(file())) {
            try {
                for (var line : Files.readAllLines(file())) {
                    int blank = line.indexOf(' ');
                    if (blank > 0) {
                        kept.put(line.substring(0, blank), line.substring(blank + 1));
                    }
                }
            } catch (IOException _) {
                // Whatever was kept is asked again.
                kept.clear();
            }
        }
        return kept;
    }

    /// @param answers by flag, all there are
    void keep(Map<String, String> answers) {
        var text = new StringBuilder();
        answers.forEach(
                (flag, answer) -> text.append(flag).append(' ').append(answer).append('\n'));
        try {
            target.prepare(target.path());
            Replacement.write(
                    target.path(), name, text.toString().getBytes(StandardCharsets.UTF_8), Durability.POWER_CUT);
        } catch (IOException failure) {
            throw Problem.usage("An answer can't be kept", file() + ": " + failure.getMessage() + ".", null);
        }
    }

    /// Nothing of the conversation is needed any more.
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException failure) {
            throw Problem.usage("An answer can't be forgotten", file() + ": " + failure.getMessage() + ".", null);
        }
    }

    private Path file() {
        return target.path().resolve(name);
    }
}
