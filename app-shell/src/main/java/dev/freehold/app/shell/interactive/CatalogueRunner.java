package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandSet;
import dev.freehold.app.shell.command.ExitCode;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.InteractiveShellRunner;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/// Spring Shell's interactive runner over our catalogue: each entry is registered as one of its commands, and
/// its lines are read by our parser, because its own takes `-o json plan` for a command `-o` and splits what
/// is quoted.
final class CatalogueRunner extends InteractiveShellRunner {
    /// What the runner itself takes for the wish to leave.
    static final String LEAVE = "exit";

    private final PrintWriter out;

    /// @param after told how each line ended
    CatalogueRunner(LineRunner commands, Supplier<String> lines, PrintWriter out, Consumer<ExitCode> after) {
        super(lines::get, line -> parsed(line, commands.catalogue()), registry(commands, after));
        this.out = out;
    }

    private static CommandRegistry registry(LineRunner commands, Consumer<ExitCode> after) {
        var adapted = new LinkedHashSet<Command>();
        for (var entry : commands.catalogue().all()) {
            adapted.add(new Adapted(entry.name(), entry.about(), entry.group().heading(), commands, after));
        }
        // Whatever names no command is run all the same, for its message is ours as well. Not hidden: the runner finds
        // no hidden ones.
        adapted.add(new Adapted(UNNAMED, "a line that names no command", "", commands, after));
        return new CommandRegistry(adapted);
    }

    private static final String UNNAMED = "?";

    private static ParsedInput parsed(String line, CommandSet commands) {
        var words = LineParser.words(line);
        var input = ParsedInput.builder().commandName(name(words, commands));
        for (int i = 0; i < words.size(); i++) {
            input.addArgument(new CommandArgument(i, words.get(i)));
        }
        return input.build();
    }

    private static String name(List<String> words, CommandSet commands) {
        var known = words.isEmpty() ? List.<CommandDefinition>of() : commands.startingWith(words.getFirst());
        for (var command : known) {
            int length = command.path().size();
            if (words.size() >= length && words.subList(0, length).equals(command.path())) {
                return command.name();
            }
        }
        return UNNAMED;
    }

    /// One entry of the catalogue as a command of Spring Shell's.
    private record Adapted(String name, String about, String heading, LineRunner commands, Consumer<ExitCode> after)
            implements Command {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getDescription() {
            return about;
        }

        @Override
        public String getGroup() {
            return heading;
        }

        @Override
        public ExitStatus execute(CommandContext context) {
            var words = context.parsedInput().arguments().stream()
                    .map(CommandArgument::value)
                    .toList();
            if (!words.isEmpty()) {
                after.accept(commands.run(words));
            }
            // What went wrong has been said; the runner would say it again.
            return ExitStatus.OK;
        }
    }

    @Override
    public void print(String message) {
        out.println(message);
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public PrintWriter getWriter() {
        return out;
    }

    @Override
    public InputReader getReader() {
        return new InputReader() {};
    }
}
