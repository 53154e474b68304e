package dev.freehold.domain.plan;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.domain.resource.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan means to do with one node, and why.
///
/// @param node what is wanted; for a delete, what is to go
/// @param before what stands now; absent if nothing does
/// @param settings the settings that differ between the two; empty for a create and a delete
/// @param reasons at least one, the most telling first
public record Change(
        ResourceId id,
        Node node,
        @Nullable Node before,
        Action action,
        List<SettingChange> settings,
        List<Reason> reasons) {

    public Change {
        settings = List.copyOf(settings);
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException(id + " is planned without a reason");
        }
    }

    Change also(Reason more) {
        var all = new ArrayList<>(reasons);
        all.add(more);
        return new Change(id, node, before, action, settings, all);
    }

    /// The settings that stand now; empty if nothing does.
    public Optional<Setting.Group> settingsBefore() {
        return Optional.ofNullable(before).map(Settings::of);
    }

    /// The settings that will stand; empty for a delete.
    public Optional<Setting.Group> settingsAfter() {
        return action == Action.DELETE ? Optional.empty() : Optional.of(Settings.of(node));
    }
}
