package dev.freehold.domain.specfile.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys that may stand together.
///
/// @param <O> the record that they mean
/// @param members by name, in the order to write them
public record Group<O>(Map<String, Member<O>> members) {
    public Group {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static <O> Group<O> of(List<Member<O>> members) {
        var byName = new LinkedHashMap<String, Member<O>>();
        members.forEach(member -> byName.put(member.name(), member));
        return new Group<>(byName);
    }
}
