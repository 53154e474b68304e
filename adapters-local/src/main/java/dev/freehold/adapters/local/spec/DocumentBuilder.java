package dev.freehold.adapters.local.spec;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Entry;
import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.hint.NextCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds the document from the parser's events, with a stack of its own: a deep file must not end in a stack
/// overflow, which the parser's own composer would.
final class DocumentBuilder {
    /// A spec is five deep. Whoever reads the document may recurse.
    private static final int DEEPEST = 64;

    /// What YAML 1.2's core schema takes for null.
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private @Nullable Document root;
    private boolean started;

    /// A mapping or a list whose end has not come yet.
    private static final class OpenCollection {
        final boolean mapping;
        final int line;
        final List<Entry> entries = new ArrayList<>();
        final List<Document> items = new ArrayList<>();

        @Nullable
        ScalarEvent key;

        OpenCollection(boolean mapping, int line) {
            this.mapping = mapping;
            this.line = line;
        }

        Document close() {
            return mapping ? new Document.Mapping(entries, line) : new Document.Sequence(items, line);
        }
    }

    /// What YAML allows and we do not.
    static final class RefusedYaml extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String words;

        RefusedYaml(int line, String words) {
            super(words, null, false, false);
            this.line = line;
            this.words = words;
        }

        int line() {
            return line;
        }

        String words() {
            return words;
        }
    }

    Document build(Iterable<Event> events) {
        for (var event : events) {
            take(event);
        }
        if (root == null) {
            throw new RefusedYaml(1, "is empty; write at least 'name: homelab', or start from " + NextCommand.init());
        }
        return root;
    }

    private void take(Event event) {
        if (event instanceof NodeEvent node) {
            refuseAnchorsAndTags(node);
        }
        // By its id: a switch over types makes a class at run time, and a cold start waits for it.
        switch (event.getEventId()) {
            case DocumentStart -> {
                if (started) {
                    throw new RefusedYaml(
                            line(event), "a second document begins here; a file has one: remove this '---'");
                }
                started = true;
            }
            case Scalar -> takeScalar((ScalarEvent) event);
            case MappingStart, SequenceStart -> takeStart((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> put(open.pop().close());
            case StreamStart, StreamEnd, DocumentEnd, Comment, Alias -> {} // aliases have been refused
        }
    }

    private void takeStart(CollectionStartEvent start) {
        var parent = open.peek();
        if (parent != null && parent.mapping && parent.key == null) {
            throw new RefusedYaml(line(start), "a key must be a word, and this is a list or a group of keys");
        }
        if (open.size() >= DEEPEST) {
            throw new RefusedYaml(line(start), "is nested deeper than " + DEEPEST + " levels");
        }
        open.push(new OpenCollection(start instanceof MappingStartEvent, line(start)));
    }

    private static void refuseAnchorsAndTags(NodeEvent node) {
        if (node instanceof AliasEvent || node.getAnchor().isPresent()) {
            throw new RefusedYaml(
                    line(node), "anchors (&name) and aliases (*name) are not read here; write the value out");
        }
        var tag = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent start ? start.getTag() : Optional.<String>empty();
        if (tag.isPresent()) {
            throw new RefusedYaml(
                    line(node), "the tag '" + Mistake.shown(tag.get()) + "' is not read here; leave it out");
        }
    }

    private void takeScalar(ScalarEvent scalar) {
        var parent = open.peek();
        if (parent != null && parent.mapping && parent.key == null) {
            parent.key = scalar;
        } else if (scalar.isPlain() && NULLS.contains(scalar.getValue())) {
            put(new Document.Nothing(line(scalar)));
        } else {
            put(new Document.Scalar(scalar.getValue(), line(scalar), !scalar.isPlain()));
        }
    }

    private void put(Document value) {
        var parent = open.peek();
        if (parent == null) {
            root = value;
        } else if (!parent.mapping) {
            parent.items.add(value);
        } else if (parent.key != null) {
            parent.entries.add(new Entry(parent.key.getValue(), line(parent.key), value));
            parent.key = null;
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
