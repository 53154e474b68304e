package dev.freehold.app.shell.text;

import dev.freehold.app.shell.screen.Table;
import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.Schedule;
import java.util.Locale;

/// What `addresses`, `timeline` and `graph` show.
public final class LayoutText {
    private LayoutText() {}

    public static void addresses(Page page, AddressPlan plan) {
        var hosts = new Table("HOST", "PRIVATE", "TAILNET", "PUBLIC");
        for (var host : plan.hosts()) {
            hosts.row(
                    host.name(),
                    host.privateAddress().toString(),
                    host.tailnet().toString(),
                    host.publicIp().name().toLowerCase(Locale.ROOT));
        }
        page.table(hosts);
        page.blank();
        var inside = new Table("ON THE VM NETWORK", "ADDRESS", "TAILNET");
        inside.row("gateway", plan.overlay().gateway().toString(), "");
        plan.overlay()
                .overlayHosts()
                .forEach(host -> inside.row(host.host(), host.address().toString(), ""));
        plan.overlay()
                .containers()
                .forEach(container -> inside.row(
                        container.name(),
                        container.address().toString(),
                        container.tailnet().toString()));
        plan.overlay().vms().forEach(vm -> inside.row(vm.name(), vm.address().toString(), ""));
        page.table(inside);
        page.blank();
        for (var reserved : plan.reserved()) {
            page.line("Reserved address " + reserved.number() + " is for " + reserved.purpose() + ".");
        }
        if (plan.ingress() != null) {
            page.line("The ingress answers at " + plan.ingress() + " in the subnet.");
        }
        var ranges = plan.ranges();
        var blocks = new Table("RANGE", "BLOCK");
        blocks.row("vcn", ranges.vcn().toString());
        blocks.row("subnet", ranges.subnet().toString());
        blocks.row("vms", ranges.vms().toString());
        blocks.row("pods", ranges.pods().toString());
        blocks.row("services", ranges.services().toString());
        blocks.row("tailnet", ranges.tailnet().toString());
        page.blank();
        page.table(blocks);
        for (var homeless : plan.homeless()) {
            page.line(page.ink().red("No address is left for " + homeless + "."));
        }
    }

    public static void timeline(Page page, Schedule schedule) {
        var table = new Table(">START", ">END", ">SLACK", "RESOURCE");
        for (var item : schedule.items()) {
            table.row(
                    DurationText.clock(item.start()),
                    DurationText.clock(item.end()),
                    item.critical() ? "critical" : DurationText.clock(item.slack()),
                    item.id().text());
        }
        page.table(table);
        page.blank();
        page.line("The critical path:");
        for (var id : schedule.criticalPath()) {
            page.line("  " + id);
        }
        page.blank();
        page.line("One after another: " + DurationText.words(schedule.sequential()) + ". Side by side: "
                + DurationText.words(schedule.makespan()) + ".");
    }

    public static void mermaid(Page page, Blueprint blueprint) {
        page.line("flowchart LR");
        for (var layer : Layer.ALL) {
            var nodes = blueprint.nodes(layer);
            if (!nodes.isEmpty()) {
                page.line("  subgraph " + layer.word());
                nodes.forEach(node ->
                        page.line("    " + name(node.id()) + "[\"" + node.kind() + "<br/>" + node.name() + "\"]"));
                page.line("  end");
            }
        }
        for (var edge : blueprint.edges()) {
            page.line(
                    "  " + name(edge.to()) + (edge.bond() == Bond.STANDS_ON ? " --> " : " -.-> ") + name(edge.from()));
        }
    }

    /// Mermaid's names know neither slashes nor dots, and take `end` for a keyword.
    private static String name(ResourceId id) {
        return id.text().replace('/', '_').replace('.', '_');
    }

    public static void dot(Page page, Blueprint blueprint) {
        page.line("digraph freehold {");
        page.line("  rankdir=LR; node [shape=box];");
        for (var layer : Layer.ALL) {
            var nodes = blueprint.nodes(layer);
            if (!nodes.isEmpty()) {
                page.line("  subgraph cluster_" + layer.word() + " {");
                page.line("    label=\"" + layer.word() + "\";");
                nodes.forEach(node ->
                        page.line("    \"" + node.id() + "\" [label=\"" + node.kind() + "\\n" + node.name() + "\"];"));
                page.line("  }");
            }
        }
        for (var edge : blueprint.edges()) {
            page.line("  \"" + edge.to() + "\" -> \"" + edge.from() + '"'
                    + (edge.bond() == Bond.STANDS_ON ? ";" : " [style=dashed];"));
        }
        page.line("}");
    }
}
