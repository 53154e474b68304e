package dev.freehold.app.shell.command;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the options that every command takes are where a command does not say: from the environment, or by
/// `use`.
public final class Defaults {
    /// @param origin what a person would change: a variable's name, or `use`
    private record Value(String text, String origin) {}

    private final Map<GlobalOption, Value> values = new EnumMap<>(GlobalOption.class);

    public static Defaults ofEnvironment(Map<String, String> environment) {
        var defaults = new Defaults();
        for (var option : GlobalOption.settable()) {
            var text = environment.get(option.variable());
            if (text != null && !text.isEmpty()) {
                defaults.set(option, text, option.variable());
            }
        }
        // By its convention any value but an empty one means no colour; what was typed still wins.
        var none = environment.get("NO_COLOR");
        if (none != null && !none.isEmpty() && defaults.text(GlobalOption.COLOR) == null) {
            defaults.set(GlobalOption.COLOR, "never", "NO_COLOR");
        }
        return defaults;
    }

    /// These, for a script or a shell of its own to change.
    public Defaults copy() {
        var copy = new Defaults();
        copy.values.putAll(values);
        return copy;
    }

    public void set(GlobalOption option, String text, String origin) {
        values.put(option, new Value(text, origin));
    }

    public @Nullable String text(GlobalOption option) {
        var value = values.get(option);
        return value == null ? null : value.text();
    }

    boolean isFromVariable(GlobalOption option) {
        return origin(option).equals(option.variable());
    }

    String origin(GlobalOption option) {
        var value = values.get(option);
        return value == null ? option.option().longName() : value.origin();
    }
}
