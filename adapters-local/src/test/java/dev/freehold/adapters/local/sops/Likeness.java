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
import java.util.ArrayList;
import java.util.List;

/// What two documents must have in common to mean the same.
final class Likeness {
    private Likeness() {}

    /// Without comments. A fraction that is a whole number may lose its point: `1.0` and `1` are one to SOPS.
    static Branch values(Branch branch) {
        return (Branch) values((Content) branch);
    }

    private static Content values(Content value) {
        return switch (value) {
            case Branch(var entries) -> {
                var pairs = new ArrayList<Entry>();
                for (var entry : entries) {
                    if (entry instanceof Pair(var key, var inner)) {
                        pairs.add(new Pair(key, values(inner)));
                    }
                }
                yield new Branch(pairs);
            }
            case Items(var items) ->
                new Items(items.stream()
                        .filter(item -> !(item instanceof Comment))
                        .map(Likeness::values)
                        .toList());
            case Real(var number)
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> new Whole((long) number);
            case Text _, Whole _, Real _, Flag _, Moment _, Nothing _, Comment _ -> value;
        };
    }

    /// The comments alone, in their order.
    static List<String> comments(Branch branch) {
        var comments = new ArrayList<String>();
        gather(branch, comments);
        return comments;
    }

    private static void gather(Content value, List<String> to) {
        switch (value) {
            case Branch(var entries) -> {
                for (var entry : entries) {
                    switch (entry) {
                        case Comment(var text, var _) -> to.add(text);
                        case Pair(var _, var inner) -> gather(inner, to);
                    }
                }
            }
            case Items(var items) -> items.forEach(item -> gather(item, to));
            case Comment(var text, var _) -> to.add(text);
            case Text _, Whole _, Real _, Flag _, Moment _, Nothing _ -> {}
        }
    }
}
