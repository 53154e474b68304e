package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandParser;
import dev.freehold.app.shell.command.GlobalOption;
import dev.freehold.app.shell.command.Option;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Completes commands, options, phases, checks, resource ids, runs and files, all read off the catalogue.
final class CatalogueCompleter implements Completer {
    private final LineRunner commands;

    CatalogueCompleter(LineRunner commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> into) {
        var before = line.words().subList(0, line.wordIndex());
        for (var value : candidates(before, line.word())) {
            boolean whole = !value.endsWith("/") && !value.endsWith("=");
            into.add(new Candidate(value, value, null, null, null, null, whole));
        }
    }

    /// What the word that `typed` begins can be, after the words `before` it.
    List<String> candidates(List<String> before, String typed) {
        var path = new ArrayList<String>();
        int operands = 0;
        Option awaited = null;
        CommandDefinition command = null;
        for (var word : CommandParser.withoutProgram(before)) {
            if (awaited != null) {
                awaited = null;
                continue;
            }
            if (word.startsWith("-") && word.length() > 1) {
                var option = option(command, word);
                awaited = option != null && option.takesValue() ? option : null;
                continue;
            }
            if (command != null) {
                operands++;
                continue;
            }
            path.add(word);
            command = commands.catalogue().named(String.join(" ", path));
        }
        if (awaited != null) {
            return values(awaited.candidates(), awaited.words(), typed);
        }
        if (typed.startsWith("-")) {
            return options(command);
        }
        return command == null ? names(path) : operand(command, operands, typed);
    }

    private static @Nullable Option option(@Nullable CommandDefinition command, String name) {
        if (command != null) {
            return command.option(name);
        }
        for (var global : GlobalOption.values()) {
            if (global.option().isCalled(name)) {
                return global.option();
            }
        }
        return null;
    }

    private static List<String> options(@Nullable CommandDefinition command) {
        var names = new ArrayList<String>();
        if (command != null) {
            command.options().forEach(option -> names.add(option.longName()));
        }
        for (var global : GlobalOption.values()) {
            names.add(global.option().longName());
        }
        return names;
    }

    private List<String> names(List<String> path) {
        var names = new ArrayList<String>();
        for (var command : commands.catalogue().all()) {
            int depth = path.size();
            if (command.path().size() > depth
                    && command.path().subList(0, depth).equals(path)
                    && !names.contains(command.path().get(depth))) {
                names.add(command.path().get(depth));
            }
        }
        return names;
    }

    private List<String> operand(CommandDefinition command, int index, String typed) {
        int at = 0;
        for (var operand : command.operands()) {
            at = operand.most() == Integer.MAX_VALUE ? Integer.MAX_VALUE : at + operand.most();
            if (index < at) {
                return values(operand.candidates(), operand.words(), typed);
            }
        }
        return List.of();
    }

    private List<String> values(Candidates candidates, List<String> listed, String typed) {
        return switch (candidates) {
            case LISTED -> listed;
            case PHASES -> Candidates.PHASE_WORDS;
            case CHECKS -> Candidates.CHECK_WORDS;
            case COMMANDS -> names(List.of());
            case FILES, FOLDERS -> files(typed, candidates == Candidates.FOLDERS);
            case RESOURCES, RUNS -> commands.completions(candidates);
            case ANYTHING -> List.of();
        };
    }

    private static List<String> files(String typed, boolean foldersOnly) {
        int slash = typed.lastIndexOf('/');
        var folder = slash < 0 ? "" : typed.substring(0, slash + 1);
        var there = new File(folder.isEmpty() ? "." : folder).listFiles();
        if (there == null) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var file : there) {
            if (file.isDirectory()) {
                names.add(folder + file.getName() + '/');
            } else if (!foldersOnly) {
                names.add(folder + file.getName());
            }
        }
        names.sort(null);
        return names;
    }
}
