package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.ports.document.RefusedDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the documents of a YAML file, with their comments. What SOPS would read as something else than was meant
/// is refused: anchors, merge keys, tags of one's own, keys that are no texts or stand there twice.
final class YamlReader {
    private static final int DEEPEST = 64;
    private static final String TAGS = "tag:yaml.org,2002:";

    private final Iterator<Event> events;

    /// Comments that have been read and not yet been placed, oldest first.
    private final Deque<CommentEvent> waiting = new ArrayDeque<>();

    private Event next;

    /// The last event that is no comment.
    private Event last;

    private YamlReader(Iterable<Event> events) {
        this.events = events.iterator();
        this.next = this.events.next();
        this.last = next;
    }

    static List<Branch> read(String text) {
        var settings = LoadSettings.builder()
                .setParseComments(true)
                .setCodePointLimit(Math.max(1, text.length()))
                // All at once: a value that is longer than the buffer is copied for each part of it that comes.
                .setBufferSize(text.length() + 1)
                .build();
        try {
            return new YamlReader(new Parse(settings).parseString(text)).documents();
        } catch (YamlEngineException fault) {
            throw notYaml(fault);
        }
    }

    static RefusedDocument notYaml(YamlEngineException fault) {
        if (fault instanceof MarkedYamlEngineException marked) {
            int line = marked.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            var words = String.valueOf(marked.getProblem()).lines().findFirst().orElse("");
            return new RefusedDocument("line " + line + ": this is not YAML: " + words, fault);
        }
        return new RefusedDocument("this is not YAML: " + fault.getMessage(), fault);
    }

    private List<Branch> documents() {
        var documents = new ArrayList<Branch>();
        take();
        while (next.getEventId() != Event.ID.StreamEnd) {
            collectComments();
            if (next.getEventId() == Event.ID.StreamEnd) {
                break;
            }
            take(); // DocumentStart
            collectComments();
            var early = List.copyOf(waiting);
            waiting.clear();
            int line = line(next);
            var entries = new ArrayList<Entry>();
            switch (value(0, -1, early)) {
                case Branch branch -> entries.addAll(branch.entries());
                // To sops a document with nothing in it has no keys.
                case Content.Nothing _ -> early.forEach(comment -> entries.add(comment(comment)));
                case Items _, Comment _, Text _, Content.Whole _, Content.Real _, Content.Flag _, Content.Moment _ ->
                    throw RefusedDocument.at(line, "the document must be a group of keys at its top");
            }
            collectComments();
            waiting.forEach(comment -> entries.add(comment(comment)));
            waiting.clear();
            documents.add(new Branch(entries));
            take(); // DocumentEnd
        }
        if (documents.isEmpty()) {
            throw new RefusedDocument("there is nothing in it");
        }
        return documents;
    }

    private Event take() {
        var taken = next;
        if (!(taken instanceof CommentEvent)) {
            last = taken;
        }
        if (events.hasNext()) {
            next = events.next();
        }
        return taken;
    }

    private void collectComments() {
        while (next instanceof CommentEvent comment) {
            if (comment.getCommentType() != CommentType.BLANK_LINE) {
                waiting.add(comment);
            }
            take();
        }
    }

    /// @param above the column in which the keys or dashes of what this stands in begin
    /// @param early comments that stand before its first entry and within it
    private Content value(int depth, int above, List<CommentEvent> early) {
        refuseAnchors(next);
        if (depth > DEEPEST) {
            throw RefusedDocument.at(line(next), "this is nested deeper than " + DEEPEST + " levels");
        }
        return switch (next.getEventId()) {
            case Scalar -> scalar((ScalarEvent) take());
            case MappingStart -> branch((CollectionStartEvent) take(), depth, above, early);
            case SequenceStart -> items((CollectionStartEvent) take(), depth, above, early);
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw RefusedDocument.at(line(next), "this can't be read");
        };
    }

    private Branch branch(CollectionStartEvent start, int depth, int above, List<CommentEvent> early) {
        refuseTag(start);
        var entries = new ArrayList<Entry>();
        early.forEach(comment -> entries.add(comment(comment)));
        var keys = new HashSet<String>();
        int column = start.isFlow() ? above : column(start);
        while (true) {
            collectComments();
            if (next.getEventId() == Event.ID.MappingEnd) {
                take();
                placeLate(start, above).forEach(comment -> entries.add(comment(comment)));
                return new Branch(entries);
            }
            waiting.forEach(comment -> entries.add(comment(comment)));
            waiting.clear();
            int line = line(next);
            var key = key();
            if (!keys.add(key)) {
                throw RefusedDocument.at(line, "the key '" + key + "' stands there twice; remove one");
            }
            collectComments();
            var inside = new ArrayList<CommentEvent>();
            boolean collection = next instanceof CollectionStartEvent;
            for (var comment : waiting) {
                if (collection && !isBehind(comment)) {
                    inside.add(comment);
                } else {
                    entries.add(new Comment(comment.getValue(), false));
                }
            }
            waiting.clear();
            var value = value(depth + 1, column, inside);
            inline().forEach(entries::add);
            entries.add(new Pair(key, value));
        }
    }

    private Items items(CollectionStartEvent start, int depth, int above, List<CommentEvent> early) {
        refuseTag(start);
        var items = new ArrayList<Content>();
        early.forEach(comment -> items.add(comment(comment)));
        int column = start.isFlow() ? above : column(start);
        while (true) {
            collectComments();
            if (next.getEventId() == Event.ID.SequenceEnd) {
                take();
                placeLate(start, above).forEach(comment -> items.add(comment(comment)));
                return new Items(items);
            }
            waiting.forEach(comment -> items.add(comment(comment)));
            waiting.clear();
            var value = value(depth + 1, column, List.of());
            items.addAll(inline());
            items.add(value);
        }
    }

    /// Of the comments before an end, those that still belong inside; the others wait for what encloses it. The
    /// parser ends a block only at the next thing that stands further left, and comments come before that.
    private List<CommentEvent> placeLate(CollectionStartEvent start, int above) {
        var inside = new ArrayList<CommentEvent>();
        while (!waiting.isEmpty() && (start.isFlow() || column(waiting.peek()) > above)) {
            inside.add(waiting.remove());
        }
        return inside;
    }

    /// Comments behind a value, on its line.
    private List<Comment> inline() {
        var comments = new ArrayList<Comment>();
        while (next instanceof CommentEvent comment && isBehind(comment)) {
            comments.add(new Comment(comment.getValue(), true));
            take();
        }
        return comments;
    }

    /// By the lines: the parser takes what follows a block of text for a comment on its line.
    private boolean isBehind(CommentEvent comment) {
        boolean block = last instanceof ScalarEvent scalar && (scalar.isLiteral() || scalar.isFolded());
        int end = last.getEndMark().map(Mark::getLine).orElse(-1) + 1;
        return comment.getCommentType() != CommentType.BLANK_LINE && !block && end == line(comment);
    }

    private static Comment comment(CommentEvent event) {
        return new Comment(event.getValue(), false);
    }

    private String key() {
        refuseAnchors(next);
        if (!(next instanceof ScalarEvent scalar)) {
            throw RefusedDocument.at(line(next), "a key must be a text, and this is a list or a group of keys");
        }
        take();
        if (scalar.getValue().equals("<<")) {
            throw RefusedDocument.at(line(scalar), "merge keys (<<) are not read here; write the keys out");
        }
        if (scalar(scalar) instanceof Text(var key)) {
            return key;
        }
        throw RefusedDocument.at(
                line(scalar), "the key '" + scalar.getValue() + "' is no text; put it in quotes if it is meant as one");
    }

    private static Content scalar(ScalarEvent scalar) {
        var text = scalar.getValue();
        try {
            return switch (scalar.getTag().orElse(scalar.isPlain() ? "" : TAGS + "str")) {
                case "", TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null", TAGS + "timestamp" ->
                    Scalars.resolve(text);
                // The last is how sops writes the text << where it is a value.
                case TAGS + "str", "!", TAGS + "merge" -> new Text(text);
                case TAGS + "binary" ->
                    new Text(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
                default -> throw RefusedDocument.at(line(scalar), "tags of one's own are not read here; leave it out");
            };
        } catch (ArithmeticException above) {
            throw RefusedDocument.at(
                    line(scalar), "this number is above 64 bits, more than SOPS can hold; put it in quotes");
        } catch (IllegalArgumentException malformed) {
            throw RefusedDocument.at(line(scalar), "this is not Base64, as !!binary says it is");
        }
    }

    private static void refuseAnchors(Event event) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw RefusedDocument.at(
                    line(event), "anchors (&name) and aliases (*name) are not read here; write the value out");
        }
    }

    private static void refuseTag(CollectionStartEvent start) {
        if (start.getTag()
                .filter(tag -> !tag.equals(TAGS + "map") && !tag.equals(TAGS + "seq"))
                .isPresent()) {
            throw RefusedDocument.at(line(start), "tags of one's own are not read here; leave it out");
        }
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
