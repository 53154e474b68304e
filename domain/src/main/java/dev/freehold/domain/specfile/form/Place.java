package dev.freehold.domain.specfile.form;

import dev.freehold.domain.document.Mistake;
import org.jspecify.annotations.Nullable;

/// Where in the file: a chain of keys and positions, made into a path only when there is something to say.
///
/// @param key of a group; empty at the top and for an item of a list
/// @param index of an item of a list; else -1
/// @param line from 1
public record Place(@Nullable Place parent, String key, int index, int line) {

    public static Place top(int line) {
        return new Place(null, "", -1, line);
    }

    public Place key(String name, int at) {
        return new Place(this, name, -1, at);
    }

    public Place item(int at, int line) {
        return new Place(this, "", at, line);
    }

    /// Such as `nodes[2].ocpus`; empty at the top.
    public String path() {
        if (parent == null) {
            return "";
        }
        var before = parent.path();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? shownKey() : before + "." + shownKey();
    }

    private String shownKey() {
        return Mistake.shown(key);
    }
}
