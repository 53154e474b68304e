package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandSet;
import dev.freehold.app.shell.command.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the shell hands its lines to.
public interface LineRunner {

    /// Runs one command; whatever goes wrong has been shown when it returns.
    ExitCode run(List<String> words);

    /// Whether a secret may stand in that line where none belongs: then it is remembered only if it is no
    /// mistake.
    boolean mayHoldSecret(List<String> words);

    /// Every command there is.
    CommandSet catalogue();

    /// Was `exit` typed?
    boolean isLeaving();

    /// Target and spec as they are set now, in a few words.
    String prompt();

    /// The file that remembers lines, whose folder is there; absent if it can't be.
    @Nullable
    Path history();

    /// What a value can be.
    List<String> completions(Candidates candidates);
}
