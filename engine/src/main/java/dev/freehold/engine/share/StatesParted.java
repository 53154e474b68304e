package dev.freehold.engine.share;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.resource.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journals of this computer and the shared ones say different things from some entry on. Nothing was
/// changed in either: only a person can say which one is to go on.
public final class StatesParted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<Layer, Relation.Parted> layers;

    StatesParted(Map<Layer, Relation.Parted> layers) {
        super(words(layers));
        this.layers = new LinkedHashMap<>(layers);
    }

    public Map<Layer, Relation.Parted> layers() {
        return Map.copyOf(layers);
    }

    private static String words(Map<Layer, Relation.Parted> layers) {
        var text = new StringBuilder();
        layers.forEach((layer, parted) -> text.append(text.isEmpty() ? "" : "\n")
                .append("Layer ")
                .append(layer.word())
                .append(": both have the first ")
                .append(parted.common())
                .append(" entries. Here is version ")
                .append(parted.common() + parted.here().size())
                .append(last(parted.here()))
                .append("; shared is version ")
                .append(parted.common() + parted.there().size())
                .append(last(parted.there()))
                .append('.'));
        return text.toString();
    }

    /// When, and by which command if the part names one.
    private static String last(List<JournalEntry> part) {
        var command = part.reversed().stream()
                .filter(RunStarted.class::isInstance)
                .map(entry -> " by '" + ((RunStarted) entry).command() + "'")
                .findFirst()
                .orElse("");
        return " (last written " + part.getLast().at() + command + ")";
    }
}
