package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command as somebody typed it, read.
///
/// @param options what was typed for the command's own options, by long name; a flag has an empty value
/// @param typed what was typed for the options that every command takes
/// @param operands the words beside the options
public record Invocation(
        CommandDefinition command,
        Globals globals,
        Map<String, String> options,
        Map<GlobalOption, String> typed,
        List<String> operands) {

    /// Between the values of an option that was typed more than once: no word of a command line can hold it.
    static final String BETWEEN = "\0";

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public @Nullable String value(String option) {
        return options.get(option);
    }

    /// Everything that an option was given which can be typed more than once.
    public List<String> values(String option) {
        var joined = options.get(option);
        return joined == null ? List.of() : List.of(joined.split(BETWEEN, -1));
    }

    public @Nullable String operand(int index) {
        return index < operands.size() ? operands.get(index) : null;
    }

    /// A whole number of at least `least`.
    public int number(String option, int otherwise, int least) {
        var text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below, as for a number that is too small
        }
        throw CommandError.usage(
                "Not a number", option + " takes a whole number from " + least + ", not '" + text + "'.", null);
    }

    /// The words that a person would type for it, without what only says how to show it.
    public String words() {
        return NextCommand.quoted(wordList());
    }

    /// The same command, with `more` beside what was typed.
    public NextCommand again(String... more) {
        return NextCommand.again(wordList(), List.of(more));
    }

    private List<String> wordList() {
        var words = new ArrayList<>(command.path());
        words.addAll(operands);
        options.forEach((name, value) -> {
            for (var one : value.split(BETWEEN, -1)) {
                words.add(name);
                if (!one.isEmpty()) {
                    words.add(one);
                }
            }
        });
        return words;
    }
}
