package dev.freehold.domain.resource;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One setting that two versions of a node differ in.
///
/// @param setting its name, that of the record's component
/// @param inPlace can the living resource be changed so, or must it be replaced?
public record SettingChange(String setting, Setting before, Setting after, boolean inPlace) {

    /// Every setting in which `after` differs from `before`, in their order; both are of one kind.
    public static List<SettingChange> between(Node before, Node after) {
        if (before.equals(after)) {
            return List.of(); // nearly always so, and much quicker than to compare settings
        }
        return between(Kind.of(after.getClass()), Settings.of(before), Settings.of(after));
    }

    private static List<SettingChange> between(Kind kind, Setting.Group before, Setting.Group after) {
        var changes = new ArrayList<SettingChange>();
        for (var component : kind.components()) {
            var name = component.getName();
            var was = orAbsent(before.members().get(name));
            var is = orAbsent(after.members().get(name));
            if (!was.equals(is)) {
                changes.add(new SettingChange(name, was, is, Kind.isInPlace(component)));
            }
        }
        return changes;
    }

    private static Setting orAbsent(@Nullable Setting setting) {
        return setting == null ? Setting.absent() : setting;
    }
}
