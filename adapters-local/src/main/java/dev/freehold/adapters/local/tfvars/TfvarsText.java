package dev.freehold.adapters.local.tfvars;

import static java.util.stream.Collectors.joining;

import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// A spec as settings for OpenTofu, and what stands as import blocks: so that nobody is locked in.
final class TfvarsText {
    private TfvarsText() {}

    /// A `terraform.tfvars` in the layout of `tofu fmt`, with everything in it that [TfvarsImport] takes back.
    static String of(Spec spec) {
        var text = new StringBuilder("# Written by 'freehold export tfvars'.\n");
        setting(text, "name", quoted(spec.name()));
        setting(text, "region", quoted(spec.account().region()));
        setting(text, "compartment_name", quoted(spec.account().compartment()));
        setting(text, "vcn_cidr", quoted(spec.network().vcn().toString()));
        setting(text, "subnet_cidr", quoted(spec.network().subnet().toString()));
        setting(
                text,
                "ssh_allowed_cidrs",
                spec.network().sshFrom().stream()
                        .map(cidr -> quoted(cidr.toString()))
                        .collect(joining(", ", "[", "]")));
        setting(text, "budget_alert_email", quoted(spec.account().budget().email()));
        setting(
                text,
                "budget_alert_usd",
                spec.account().budget().alert().amount().toPlainString());
        setting(text, "tailnet", quoted(spec.access().mesh().tailnet()));
        setting(text, "gitops_repository", quoted(spec.cluster().gitops().repository()));
        setting(text, "gitops_branch", quoted(spec.cluster().gitops().branch()));
        setting(text, "gitops_path", quoted(spec.cluster().gitops().path()));
        nodes(text, "ampere_nodes", spec.nodes(), node -> node.size().shape() == NodeSpec.Shape.A1_FLEX);
        nodes(text, "micro_nodes", spec.nodes(), node -> node.size().shape() == NodeSpec.Shape.E2_1_MICRO);
        return text.toString();
    }

    private static void setting(StringBuilder text, String name, String value) {
        // Each with blank lines around it: only neighbours are aligned.
        text.append('\n').append(name).append(" = ").append(value).append('\n');
    }

    private static void nodes(StringBuilder text, String name, List<NodeSpec> nodes, Predicate<NodeSpec> which) {
        text.append('\n').append(name).append(" = {\n");
        for (var node : nodes.stream().filter(which).toList()) {
            text.append("  ").append(quoted(node.name())).append(" = {");
            text.append(" shape = ").append(quoted(node.size().shape().oci()));
            if (node.role() != NodeSpec.Role.NONE) {
                text.append(", role = ").append(quoted(word(node.role())));
            }
            if (node.size().shape() == NodeSpec.Shape.A1_FLEX) {
                text.append(", ocpus = ").append(node.size().ocpus().count().toPlainString());
                text.append(", memory_gb = ")
                        .append(node.size().memory().count().toPlainString());
            }
            text.append(", boot_volume_gb = ")
                    .append(node.size().bootVolume().count().toPlainString());
            text.append(", private_ip = ").append(quoted(node.address().toString()));
            text.append(", public_ip = ").append(quoted(word(node.publicIp())));
            text.append(", tailnet_address = ")
                    .append(quoted(node.tailnetAddress().toString()));
            text.append(" }\n");
        }
        text.append("}\n");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Import blocks (OpenTofu 1.5 and later) for what stands.
    ///
    /// @param ocids by the address that OpenTofu is to have it under
    static String imports(Map<String, String> ocids) {
        return ocids.entrySet().stream()
                .map(entry -> "import {\n  to = " + entry.getKey() + "\n  id = " + quoted(entry.getValue()) + "\n}\n")
                .collect(joining("\n"));
    }

    static String quoted(String value) {
        var text = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean computes = (c == '$' || c == '%') && value.startsWith("{", at + 1);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(computes ? String.valueOf(c) + c : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
