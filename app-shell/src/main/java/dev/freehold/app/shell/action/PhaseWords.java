package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.Layer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Phases by the words that people type.
public final class PhaseWords {
    private PhaseWords() {}

    /// The phases that have a state; all of them for no words, or for `all` among them.
    public static Set<Layer> layers(List<String> words) {
        var phases = EnumSet.noneOf(Layer.class);
        boolean all = words.isEmpty();
        for (var word : words) {
            all |= word.equals("all");
            if (!word.equals("all")) {
                phases.add(layer(word));
            }
        }
        return Collections.unmodifiableSet(all ? EnumSet.allOf(Layer.class) : phases);
    }

    /// In the order in which they are made.
    public static List<Layer> inOrder(Set<Layer> layers) {
        return Layer.ALL.stream().filter(layers::contains).toList();
    }

    public static Layer layer(String word) {
        var layer = Layer.ofWord(word);
        return layer.orElseThrow(() -> {
            var known = Candidates.PHASE_WORDS;
            var nearest = Nearest.to(word, known);
            var validation = word.equals("validation")
                    ? " Validation has no state; " + NextCommand.validate() + " runs its checks."
                    : nearest == null ? "" : " Did you mean " + nearest + "?";
            return CommandError.usage(
                    "Unknown phase",
                    "There is no phase '" + word + "' here; there are " + String.join(", ", known) + "." + validation,
                    null);
        });
    }
}
