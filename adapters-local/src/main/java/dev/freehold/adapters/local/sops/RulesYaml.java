package dev.freehold.adapters.local.sops;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Entry;
import dev.freehold.domain.document.Mistake;
import dev.freehold.ports.document.RefusedDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the YAML of a file of rules as `sops` does: its first document, with aliases and merge keys (`<<`) put in
/// their places.
final class RulesYaml {
    private static final int DEEPEST = 64;

    /// Merge keys may say one group's keys again and again.
    private static final int MOST_ENTRIES = 100_000;

    private static final String MERGE = "<<";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Document> anchors = new HashMap<>();
    private @Nullable Document root;
    private int entries;

    /// A group or a list whose end has not come yet.
    private static final class Open {
        final CollectionStartEvent start;
        final Map<String, Entry> own = new LinkedHashMap<>();
        final List<Entry> merged = new ArrayList<>();
        final List<Document> items = new ArrayList<>();

        @Nullable
        ScalarEvent key;

        Open(CollectionStartEvent start) {
            this.start = start;
        }

        boolean isMapping() {
            return start instanceof MappingStartEvent;
        }

        Document close() {
            if (!isMapping()) {
                return new Document.Sequence(items, line(start));
            }
            // What stands there itself goes before what is merged, and of that the first.
            merged.forEach(entry -> own.putIfAbsent(entry.key(), entry));
            return new Document.Mapping(List.copyOf(own.values()), line(start));
        }
    }

    private RulesYaml() {}

    /// An empty group if there is nothing in it.
    ///
    /// @throws RefusedDocument if that is no YAML; names the line
    static Document read(String text) {
        try {
            var settings =
                    LoadSettings.builder().setCodePointLimit(text.length() + 1).build();
            return new RulesYaml().first(new Parse(settings).parseString(text));
        } catch (YamlEngineException fault) {
            throw YamlReader.notYaml(fault);
        }
    }

    private Document first(Iterable<Event> events) {
        for (var event : events) {
            if (event.getEventId() == Event.ID.DocumentEnd) {
                break;
            }
            take(event);
        }
        return root == null || root instanceof Document.Nothing ? new Document.Mapping(List.of(), 1) : root;
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> put(aliased((AliasEvent) event), event);
            case MappingStart, SequenceStart -> {
                if (wantsKey()) {
                    throw RefusedDocument.at(line(event), "a key must be a text, and this is a list or a group");
                }
                if (open.size() >= DEEPEST) {
                    throw RefusedDocument.at(line(event), "this is nested deeper than " + DEEPEST + " levels");
                }
                open.push(new Open((CollectionStartEvent) event));
            }
            case MappingEnd, SequenceEnd -> {
                var closed = open.pop();
                put(closed.close(), closed.start);
            }
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
    }

    private boolean wantsKey() {
        var parent = open.peek();
        return parent != null && parent.isMapping() && parent.key == null;
    }

    private void scalar(ScalarEvent scalar) {
        var parent = open.peek();
        if (parent != null && wantsKey()) {
            parent.key = scalar;
            return;
        }
        put(
                scalar.isPlain() && NULLS.contains(scalar.getValue())
                        ? new Document.Nothing(line(scalar))
                        : new Document.Scalar(scalar.getValue(), line(scalar), !scalar.isPlain()),
                scalar);
    }

    /// What contains itself is not known yet where it is asked for.
    private Document aliased(AliasEvent alias) {
        var name = alias.getAlias().toString();
        var known = anchors.get(name);
        if (known == null) {
            throw RefusedDocument.at(line(alias), "*" + Mistake.shown(name) + " names nothing that stands before it");
        }
        return known;
    }

    private void put(Document value, Event event) {
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor.toString(), value));
        }
        var parent = open.peek();
        if (parent == null) {
            root = value;
        } else if (!parent.isMapping()) {
            parent.items.add(value);
        } else if (parent.key != null) {
            entry(parent, parent.key, value);
            parent.key = null;
        } else {
            throw RefusedDocument.at(line(event), "a key must be a text, and this is an alias");
        }
    }

    private void entry(Open parent, ScalarEvent key, Document value) {
        if (key.getValue().equals(MERGE) && key.isPlain()) {
            merge(parent, value, line(key));
        } else if (parent.own.put(key.getValue(), new Entry(key.getValue(), line(key), value)) != null) {
            throw RefusedDocument.at(
                    line(key), "the key '" + Mistake.shown(key.getValue()) + "' stands there twice; remove one");
        }
    }

    private void merge(Open parent, Document value, int line) {
        var groups = value instanceof Document.Sequence(var items, int _) ? items : List.of(value);
        for (var group : groups) {
            if (!(group instanceof Document.Mapping(var more, int _))) {
                throw RefusedDocument.at(line, "a merge key (<<) takes a group of keys, or a list of such");
            }
            entries += more.size();
            if (entries > MOST_ENTRIES) {
                throw RefusedDocument.at(line, "merge keys (<<) make more than " + MOST_ENTRIES + " keys of these");
            }
            parent.merged.addAll(more);
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
