package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import dev.freehold.ports.document.RefusedDocument;
import java.util.ArrayList;
import java.util.List;

/// Goes through a document in its order and puts another value in each one's place.
final class ContentWalk {
    /// What becomes of a value or a comment. A list's places do not count in its path; a comment has the path
    /// of what it stands in.
    @FunctionalInterface
    interface Step {
        Content at(List<String> path, Content value);
    }

    private final Step step;
    private final List<String> path = new ArrayList<>();

    private ContentWalk(Step step) {
        this.step = step;
    }

    static Branch through(Branch document, Step step) {
        return new ContentWalk(step).branch(document);
    }

    private Branch branch(Branch branch) {
        var entries = new ArrayList<Entry>();
        for (var entry : branch.entries()) {
            switch (entry) {
                case Comment comment -> entries.add(comment(comment));
                case Pair(var key, var value) -> {
                    path.add(key);
                    var walked = value(value);
                    if (walked instanceof Comment) {
                        throw new RefusedDocument("the value of '" + key + "' is said to be a comment");
                    }
                    entries.add(new Pair(key, walked));
                    path.removeLast();
                }
            }
        }
        return new Branch(entries);
    }

    private Comment comment(Comment comment) {
        return switch (step.at(path, comment)) {
            case Comment(var text, var inline) -> new Comment(text, inline);
            // Among keys an encrypted comment stays one; among a list's items it becomes one of them.
            case Text(var text) -> new Comment(text, comment.inline());
            case Branch _, Items _, Whole _, Real _, Flag _, Moment _, Nothing _ ->
                throw new IllegalStateException("a comment can't become a value");
        };
    }

    private Content value(Content value) {
        return switch (value) {
            case Branch branch -> branch(branch);
            case Items(var items) -> {
                var walked = new ArrayList<Content>();
                for (var item : items) {
                    walked.add(value(item));
                }
                yield new Items(walked);
            }
            case Nothing nothing -> nothing;
            case Text _, Whole _, Real _, Flag _, Moment _, Comment _ -> step.at(path, value);
        };
    }
}
