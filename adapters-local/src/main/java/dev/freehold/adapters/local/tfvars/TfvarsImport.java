package dev.freehold.adapters.local.tfvars;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.inlineItems;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.adapters.local.tfvars.Literal.Group;
import dev.freehold.adapters.local.tfvars.Literal.Many;
import dev.freehold.adapters.local.tfvars.Literal.Nothing;
import dev.freehold.adapters.local.tfvars.Literal.Variable;
import dev.freehold.adapters.local.tfvars.TfvarsReader.Unreadable;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlValue.Block;
import dev.freehold.domain.yaml.YamlValue.Comment;
import dev.freehold.domain.yaml.YamlValue.Layout;
import dev.freehold.domain.yaml.YamlValue.Line;
import dev.freehold.domain.yaml.YamlValue.Quoted;
import dev.freehold.domain.yaml.YamlValue.Scalar;
import dev.freehold.domain.yaml.YamlValue.Word;
import dev.freehold.domain.yaml.YamlWriter;
import dev.freehold.ports.document.TofuSettings.Imported;
import dev.freehold.ports.document.TofuSettings.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A spec made of OpenTofu's settings, and what was said about each of them.
///
/// Everybody names variables as they like; what common modules for OCI's free tier call them is known here.
final class TfvarsImport {
    private static final Set<String> CREDENTIALS = Set.of(
            "tenancy_ocid",
            "user_ocid",
            "fingerprint",
            "private_key",
            "private_key_path",
            "private_key_password",
            "api_private_key_path",
            "oci_config_profile",
            "config_file_profile");
    private static final Set<String> SECRETS = Set.of(
            "tailscale_auth_key",
            "tailscale_authkey",
            "tailscale_api_key",
            "tailscale_oauth_client_secret",
            "grafana_token",
            "grafana_cloud_token",
            "proxmox_api_token",
            "github_token");
    private static final Set<String> SSH_KEYS = Set.of(
            "ssh_public_key", "ssh_public_key_path", "ssh_private_key_path", "ssh_authorized_keys", "public_key");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    /// A setting of the spec, by the names that it goes by.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("platform_name", "name"),
            Map.entry("cluster_name", "name"),
            Map.entry("region", "region"),
            Map.entry("oci_region", "region"),
            Map.entry("compartment", "compartment"),
            Map.entry("compartment_name", "compartment"),
            Map.entry("vcn_cidr", "network.vcn"),
            Map.entry("vcn_cidr_block", "network.vcn"),
            Map.entry("subnet_cidr", "network.subnet"),
            Map.entry("subnet_cidr_block", "network.subnet"),
            Map.entry("public_subnet_cidr", "network.subnet"),
            Map.entry("ssh_from", "network.ssh-from"),
            Map.entry("ssh_allowed_cidrs", "network.ssh-from"),
            Map.entry("allowed_ssh_cidrs", "network.ssh-from"),
            Map.entry("my_ip", "network.ssh-from"),
            Map.entry("budget_email", "budget.email"),
            Map.entry("budget_alert_email", "budget.email"),
            Map.entry("alert_email", "budget.email"),
            Map.entry("email", "budget.email"),
            Map.entry("budget_alert_usd", "budget.alert-usd"),
            Map.entry("tailnet", "mesh.tailnet"),
            Map.entry("tailscale_tailnet", "mesh.tailnet"),
            Map.entry("gitops_repository", "gitops.repository"),
            Map.entry("git_repository_url", "gitops.repository"),
            Map.entry("flux_repository", "gitops.repository"),
            Map.entry("gitops_branch", "gitops.branch"),
            Map.entry("git_branch", "gitops.branch"),
            Map.entry("gitops_path", "gitops.path"),
            Map.entry("flux_path", "gitops.path"));

    private TfvarsImport() {}

    /// @param fallbackName the platform's, where no variable says it
    /// @throws Unreadable if two of them say one setting of the spec in two ways
    static Imported of(List<Variable> variables, String fallbackName) throws Unreadable {
        var making = new Making();
        for (var variable : variables) {
            making.take(variable);
        }
        return new Imported(making.spec(fallbackName), making.remarks, making.lines);
    }

    /// One import under way.
    private static final class Making {
        private final Map<String, YamlValue> settings = new LinkedHashMap<>();
        private final List<YamlValue> nodes = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Map<String, Integer> lines = new LinkedHashMap<>();
        private boolean hasNodes;

        void take(Variable variable) throws Unreadable {
            var name = variable.name().toLowerCase(Locale.ROOT);
            var words = taken(name, variable);
            remarks.add(new Remark(
                    variable.line(),
                    variable.name(),
                    words.isPresent(),
                    words.orElseGet(() -> left(name, variable.value()))));
        }

        private Optional<String> taken(String name, Variable variable) throws Unreadable {
            var value = variable.value();
            return switch (name) {
                case "ampere_nodes", "ampere_instances", "arm_nodes", "a1_nodes" ->
                    nodes("ampere", TfvarsNode.Kind.AMPERE, variable);
                case "micro_nodes", "micro_instances", "amd_nodes", "e2_nodes" ->
                    nodes("micro", TfvarsNode.Kind.MICRO, variable);
                case "bastion" ->
                    value instanceof Group group ? node("bastion", TfvarsNode.Kind.BASTION, group) : Optional.empty();
                default -> setting(SETTINGS.get(name), variable);
            };
        }

        private Optional<String> setting(@Nullable String setting, Variable variable) throws Unreadable {
            if (setting == null) {
                return Optional.empty();
            }
            var value = variable.value();
            var written = setting.equals("network.ssh-from") && !(value instanceof Many)
                    ? Conversion.text(value).<YamlValue>map(one -> inlineItems(List.of(address(one))))
                    : yaml(setting, value);
            if (written.isPresent()) {
                var before = settings.put(setting, written.get());
                if (before != null && !before.equals(written.get())) {
                    throw new Unreadable(
                            variable.line(),
                            "'" + variable.name() + "' says " + setting + " otherwise than line " + lines.get(setting)
                                    + " does; keep one of them");
                }
                lines.putIfAbsent(setting, variable.line());
            }
            return written.map(taken -> setting + ": " + YamlWriter.onOneLine(taken));
        }

        /// One address is a network of its own.
        private static Scalar address(Scalar written) {
            return switch (written) {
                case Quoted(var text) when ADDRESS.matcher(text).matches() -> word(text + "/32");
                case Word(var text) when ADDRESS.matcher(text).matches() -> word(text + "/32");
                case Quoted _, Word _, Block _ -> written;
            };
        }

        private Optional<String> nodes(String prefix, TfvarsNode.Kind kind, Variable variable) {
            var all = TfvarsNode.all(prefix, kind, variable.value(), variable.line());
            if (all.isEmpty()) {
                return Optional.empty();
            }
            all.get().forEach(this::add);
            hasNodes = true;
            var ignored = all.get().stream()
                    .flatMap(node -> node.ignored().stream())
                    .distinct()
                    .toList();
            return Optional.of(all.get().size() + " nodes"
                    + (ignored.isEmpty() ? "" : "; of each was left: " + String.join(", ", ignored)));
        }

        private Optional<String> node(String name, TfvarsNode.Kind kind, Group group) {
            hasNodes = true;
            add(TfvarsNode.of(name, kind, group));
            return Optional.of("node " + name);
        }

        private void add(TfvarsNode node) {
            var path = "nodes[" + nodes.size() + ']';
            node.lines().forEach((key, line) -> lines.put(key.isEmpty() ? path : path + '.' + key, line));
            nodes.add(node.yaml());
        }

        private static String left(String name, Literal value) {
            if (CREDENTIALS.contains(name)) {
                return "left: credentials are not settings; " + NextCommand.setUpOracle() + " finds or makes them";
            }
            if (SECRETS.contains(name)) {
                return "left: a secret belongs into the vault; " + NextCommand.setSecret("NAME") + " puts it there";
            }
            if (SSH_KEYS.contains(name)) {
                return "left: " + NextCommand.setUpSsh() + " makes a key pair, or takes one over";
            }
            if (name.equals("compartment_ocid") || name.equals("compartment_id")) {
                return "left: Freehold makes a compartment of its own, and guards it against a bill";
            }
            if (value instanceof Nothing) {
                return "left: it is null";
            }
            return "left: no setting of Freehold's is known by this name, or the value has another form";
        }

        String spec(String fallbackName) {
            var lines = new ArrayList<Line>();
            lines.add(new Comment(
                    " Taken over from OpenTofu's settings; what is not here has Freehold's default.", false));
            lines.add(entry("name", settings.getOrDefault("name", quoted(fallbackName))));
            top(lines, "region");
            top(lines, "compartment");
            for (var group : List.of("budget", "network", "mesh", "gitops")) {
                var members = new ArrayList<Line>();
                settings.forEach((setting, value) -> {
                    if (setting.startsWith(group + '.')) {
                        members.add(entry(setting.substring(group.length() + 1), value));
                    }
                });
                if (!members.isEmpty()) {
                    lines.add(entry(group, YamlValue.inline(members)));
                }
            }
            if (hasNodes) {
                lines.add(entry("nodes", nodes.isEmpty() ? inlineItems(nodes) : items(nodes)));
            }
            return YamlWriter.write(new YamlValue.Group(Layout.BLOCK, lines), 2);
        }

        private void top(List<Line> lines, String setting) {
            var value = settings.get(setting);
            if (value != null) {
                lines.add(entry(setting, value));
            }
        }
    }

    private static Optional<YamlValue> yaml(String setting, Literal value) {
        if (setting.equals("budget.alert-usd")) {
            return Conversion.scalar(Conversion.number(value).orElse(value)).map(one -> one);
        }
        if (!(value instanceof Many(var items))) {
            return Conversion.text(value).map(one -> one);
        }
        var parts = new ArrayList<Scalar>();
        for (var item : items) {
            Conversion.text(item).map(Making::address).ifPresent(parts::add);
        }
        return parts.size() == items.size() ? Optional.of(inlineItems(parts)) : Optional.empty();
    }
}
