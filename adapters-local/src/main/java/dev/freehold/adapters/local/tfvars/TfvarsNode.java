package dev.freehold.adapters.local.tfvars;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.adapters.local.tfvars.Literal.Figure;
import dev.freehold.adapters.local.tfvars.Literal.Flag;
import dev.freehold.adapters.local.tfvars.Literal.Group;
import dev.freehold.adapters.local.tfvars.Literal.Many;
import dev.freehold.adapters.local.tfvars.Literal.Nothing;
import dev.freehold.adapters.local.tfvars.Literal.Text;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlValue.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node as settings of OpenTofu say it.
///
/// @param settings of the spec's node, by key
/// @param ignored the members that no key of the spec takes
/// @param lines where each setting stands, by key; under the empty key where the node begins
record TfvarsNode(Map<String, YamlValue> settings, List<String> ignored, Map<String, Integer> lines) {

    /// What the variable that it stands in says of it.
    enum Kind {
        AMPERE("VM.Standard.A1.Flex", ""),
        MICRO("VM.Standard.E2.1.Micro", ""),
        BASTION("VM.Standard.E2.1.Micro", "bastion");

        private final String shape;
        private final String role;

        Kind(String shape, String role) {
            this.shape = shape;
            this.role = role;
        }
    }

    /// What the spec calls a member, by the names that it goes by.
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("hostname", "name"),
            Map.entry("display_name", "name"),
            Map.entry("shape", "shape"),
            Map.entry("role", "role"),
            Map.entry("ocpus", "ocpus"),
            Map.entry("ocpu", "ocpus"),
            Map.entry("memory_gb", "memory-gb"),
            Map.entry("memory_in_gbs", "memory-gb"),
            Map.entry("memory", "memory-gb"),
            Map.entry("boot_volume_gb", "boot-volume-gb"),
            Map.entry("boot_volume_size_in_gbs", "boot-volume-gb"),
            Map.entry("boot_volume_size", "boot-volume-gb"),
            Map.entry("private_ip", "address"),
            Map.entry("address", "address"),
            Map.entry("public_ip", "public-ip"),
            Map.entry("assign_public_ip", "public-ip"),
            Map.entry("tailnet_address", "tailnet-address"),
            Map.entry("tailscale_ip", "tailnet-address"));

    /// What is a number to the spec, and may stand in quotes.
    private static final Set<String> NUMBERS = Set.of("ocpus", "memory-gb", "boot-volume-gb");

    /// Of a list of nodes, a map of them by name, or a number of them; empty if the value is none of these.
    ///
    /// @param line where the value stands
    static Optional<List<TfvarsNode>> all(String prefix, Kind kind, Literal value, int line) {
        var nodes = new ArrayList<TfvarsNode>();
        switch (Conversion.number(value).orElse(value)) {
            case Figure(var count) -> {
                if (count.signum() < 0
                        || count.intValue() > 100
                        || count.stripTrailingZeros().scale() > 0) {
                    return Optional.empty();
                }
                for (int number = 1; number <= count.intValue(); number++) {
                    nodes.add(of(prefix + '-' + number, kind, new Group(Map.of(), line)));
                }
            }
            case Many(var items) -> {
                for (var item : items) {
                    if (!(item instanceof Group group)) {
                        return Optional.empty();
                    }
                    nodes.add(of(prefix + '-' + (nodes.size() + 1), kind, group));
                }
            }
            case Group(var members, int _) -> {
                for (var member : members.entrySet()) {
                    if (!(member.getValue().value() instanceof Group group)) {
                        return Optional.empty();
                    }
                    nodes.add(of(member.getKey(), kind, group));
                }
            }
            case Text _, Flag _, Nothing _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(nodes);
    }

    /// @param name where the group itself says none
    static TfvarsNode of(String name, Kind kind, Group group) {
        var settings = new LinkedHashMap<String, YamlValue>();
        settings.put("name", quoted(name));
        settings.put("shape", word(kind.shape));
        if (!kind.role.isEmpty()) {
            settings.put("role", word(kind.role));
        }
        var ignored = new ArrayList<String>();
        var lines = new HashMap<String, Integer>();
        lines.put("", group.line());
        group.members().forEach((member, at) -> {
            var value = at.value();
            var key = KEYS.get(member);
            var written = key == null ? Optional.<YamlValue>empty() : written(key, value);
            if (written.isPresent()) {
                settings.put(key, written.get());
                lines.put(key, at.line());
            } else if (!(value instanceof Nothing)) {
                ignored.add(member);
            }
        });
        if (kind != Kind.AMPERE) {
            // A micro has what its shape has.
            settings.remove("ocpus");
            settings.remove("memory-gb");
        }
        return new TfvarsNode(settings, ignored, lines);
    }

    private static Optional<YamlValue> written(String key, Literal value) {
        if (NUMBERS.contains(key)) {
            return Conversion.scalar(Conversion.number(value).orElse(value)).map(one -> one);
        }
        if (key.equals("public-ip") && Conversion.flag(value).isPresent()) {
            return Conversion.flag(value).map(flag -> word(flag.value() ? "ephemeral" : "none"));
        }
        return Conversion.text(value).map(one -> one);
    }

    /// On one line.
    YamlValue yaml() {
        var lines = new ArrayList<Line>();
        settings.forEach((key, value) -> lines.add(entry(key, value)));
        return YamlValue.inline(lines);
    }
}
