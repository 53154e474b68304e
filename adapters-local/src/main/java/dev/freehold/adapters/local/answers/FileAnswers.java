package dev.freehold.adapters.local.answers;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.person.AnswerStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// [AnswerStore] as a file in the target's folder: on each line a question's flag, a blank and the answer.
///
/// @param name of the file
public record FileAnswers(TargetFolder target, String name) implements AnswerStore {
    @Override
    public Map<String, String> read() {
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

    @Override
    public void keep(Map<String, String> answers) throws IOException {
        var text = new StringBuilder();
        answers.forEach(
                (flag, answer) -> text.append(flag).append(' ').append(answer).append('\n'));
        target.prepare(target.path());
        FileReplacement.write(target.path(), name, text.toString().getBytes(StandardCharsets.UTF_8), target.disk());
    }

    @Override
    public void forget() throws IOException {
        Files.deleteIfExists(file());
    }

    @Override
    public Path file() {
        return target.path().resolve(name);
    }
}
