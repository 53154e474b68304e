package dev.freehold.adapters.local.tree;

import dev.freehold.domain.resource.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way from version 1 of whatever keeps nodes: there outputs were texts under any names, and nodes lacked what
/// their names alone said.
public final class UntypedOutputs {
    /// What stood for Object Storage's namespace in a simulated world; real ones always kept theirs.
    private static final Setting SIMULATED = Setting.text("simulated");

    private UntypedOutputs() {}

    /// A record of version 1 as version 2 has it; what is no node and has none passes as it is.
    public static Setting.Group migrated(Setting.Group record) {
        var members = new LinkedHashMap<>(record.members());
        if (members.get("before") instanceof Setting.Group before) {
            members.put("before", migrated(before));
        }
        if (members.get("node") instanceof Setting.Group node
                && node.members().get("kind") instanceof Setting.Text(var kind)
                && node.members().get("settings") instanceof Setting.Group(var settings)) {
            members.put("node", node(kind, new LinkedHashMap<>(settings)));
            if (members.get("outputs") instanceof Setting.Group(var outputs) && !outputs.isEmpty()) {
                members.put("outputs", outputs(kind, new LinkedHashMap<>(outputs)));
            }
        }
        return new Setting.Group(members);
    }

    private static Setting.Group node(String kind, Map<String, Setting> settings) {
        var name = text(settings.get("name"));
        switch (kind) {
            case "instance" -> settings.putIfAbsent("purpose", Setting.text(purpose(settings.get("securityGroups"))));
            case "custom-image", "prebuilt-image" ->
                settings.putIfAbsent("content", Setting.text(name.startsWith("proxmox") ? "proxmox" : "base"));
            case "talos-image" -> settings.putIfAbsent("api", Setting.text("proxmox/api-token/" + name));
            default -> {}
        }
        return new Setting.Group(Map.of("kind", Setting.text(kind), "settings", new Setting.Group(settings)));
    }

    private static String purpose(@Nullable Setting groups) {
        var names = groups instanceof Setting.Many(var items)
                ? items.stream().map(UntypedOutputs::text).toList()
                : List.<String>of();
        if (names.contains("oci/network-security-group/hosts")) {
            return "host";
        }
        return names.contains("oci/network-security-group/bastion") ? "bastion" : "other";
    }

    private static Setting.Group outputs(String kind, Map<String, Setting> outputs) {
        switch (kind) {
            case "bucket" -> outputs.putIfAbsent("namespace", SIMULATED);
            case "base-image", "proxmox-image" -> {
                var builder = outputs.remove("builder");
                outputs.putIfAbsent("builtBy", builder == null ? SIMULATED : builder);
            }
            default -> {}
        }
        return new Setting.Group(outputs);
    }

    private static String text(@Nullable Setting setting) {
        return setting instanceof Setting.Text(var value) ? value : "";
    }
}
