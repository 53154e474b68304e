package dev.freehold.adapters.local.tailscale;

import dev.freehold.adapters.local.tree.Members;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Setting;
import java.util.List;
import java.util.Optional;

/// A machine in the tailnet, as the API shows it.
///
/// @param id its stable id (`nodeId`), which the machine itself knows as well
/// @param address of version 4; empty until it has one
record Device(String id, String hostname, Optional<Ipv4> address, List<String> tags, boolean authorized) {

    /// @throws IllegalArgumentException if it lacks what every device has
    static Device of(Setting shown) {
        if (!(shown instanceof Setting.Group group)) {
            throw new IllegalArgumentException("a device should be an object, but is " + shown.words());
        }
        return of(Members.of(group));
    }

    static Device of(Members members) {
        var address = texts(members, "addresses").stream()
                .filter(text -> text.indexOf(':') < 0)
                .findFirst()
                .map(Ipv4::parse);
        return new Device(
                members.text("nodeId"),
                members.text("hostname"),
                address,
                texts(members, "tags"),
                // Where it is not said, the tailnet has no device approval: then everybody is.
                !(members.group().members().get("authorized") instanceof Setting.Flag(var flag)) || flag);
    }

    /// A device without tags has no such member.
    private static List<String> texts(Members members, String name) {
        if (!members.has(name)) {
            return List.of();
        }
        return members.many(name).stream()
                .filter(Setting.Text.class::isInstance)
                .map(item -> ((Setting.Text) item).value())
                .toList();
    }

    boolean isTagged(String tag) {
        return tags.contains(tag);
    }
}
