package dev.freehold.ports.skeleton;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.ports.driver.Refused;
import java.util.Optional;

/// The settings that what lives keeps: another value of one means a replacement, which no driver makes of an
/// update.
public final class FixedSettings {
    private FixedSettings() {}

    /// Why what stands as `before` can't become `wanted`; empty if it can. A driver asks it of what it was told
    /// stands as well as of what it sees: much can't be seen, and then looks as it is wanted.
    public static Optional<Refused> refusal(Node before, Node wanted) {
        for (var change : SettingChange.between(before, wanted)) {
            if (!change.inPlace()) {
                return Optional.of(new Refused(
                        "NotInPlace",
                        "'" + change.setting() + "' of " + wanted.id() + " can't be changed from "
                                + change.before().words() + " to "
                                + change.after().words() + " on what lives."));
            }
        }
        return Optional.empty();
    }
}
