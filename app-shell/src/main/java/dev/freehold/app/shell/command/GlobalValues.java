package dev.freehold.app.shell.command;

import dev.freehold.app.shell.screen.ColorMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the options that every command takes: what was typed, else the default.
final class GlobalValues {
    private final Map<GlobalOption, String> typed;
    private final Defaults defaults;

    private GlobalValues(Map<GlobalOption, String> typed, Defaults defaults) {
        this.typed = typed;
        this.defaults = defaults;
    }

    static Globals read(Map<GlobalOption, String> typed, Defaults defaults) {
        var values = new GlobalValues(typed, defaults);
        return new Globals(
                values.path(GlobalOption.FILE),
                values.among(GlobalOption.TARGET, Globals.Target.values(), Globals.Target.SIM),
                values.path(GlobalOption.HOME),
                new Globals.Shown(
                        values.among(GlobalOption.OUTPUT, Globals.Format.values(), Globals.Format.TEXT),
                        values.among(GlobalOption.COLOR, ColorMode.values(), ColorMode.AUTO),
                        values.flag(GlobalOption.VERBOSE)),
                new Globals.Simulation(values.path(GlobalOption.FAULTS), values.seed()),
                values.flag(GlobalOption.OFFLINE),
                values.given());
    }

    /// A variable holds for what is pasted beside it too.
    private List<String> given() {
        var given = new ArrayList<String>();
        for (var option : List.of(GlobalOption.FILE, GlobalOption.TARGET, GlobalOption.HOME)) {
            var text = typed.containsKey(option) || !defaults.isFromVariable(option) ? text(option) : null;
            if (text != null) {
                given.add(option.option().names().getFirst());
                given.add(text);
            }
        }
        return given;
    }

    private @Nullable String text(GlobalOption option) {
        var text = typed.get(option);
        return text == null ? defaults.text(option) : text;
    }

    /// What to call it in a message: as it was typed, or the variable that it came from.
    private String name(GlobalOption option) {
        return typed.containsKey(option) ? option.option().longName() : defaults.origin(option);
    }

    private @Nullable Path path(GlobalOption option) {
        var text = text(option);
        if (text == null) {
            return null;
        }
        try {
            if (!text.isEmpty()) {
                return Path.of(text).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException no) {
            // said below, as for an empty one
        }
        throw CommandError.usage("Not a path", name(option) + " takes a path, not '" + text + "'.", null);
    }

    private <E extends Enum<E>> E among(GlobalOption option, E[] values, E otherwise) {
        var text = text(option);
        if (text == null) {
            return otherwise;
        }
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw CommandParser.noSuchValue(name(option), text, option.option().words());
    }

    private boolean flag(GlobalOption option) {
        var text = text(option);
        if (text == null) {
            return false;
        }
        return switch (text) {
            // A flag that was typed, and the usual ways to set a variable.
            case "", "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> throw CommandParser.noSuchValue(name(option), text, List.of("true", "false"));
        };
    }

    private long seed() {
        var text = text(GlobalOption.SEED);
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException no) {
            throw CommandError.usage(
                    "Not a number", name(GlobalOption.SEED) + " takes a whole number, not '" + text + "'.", null);
        }
    }
}
