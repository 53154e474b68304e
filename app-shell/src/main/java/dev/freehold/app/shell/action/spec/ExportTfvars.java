package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.output.Outputs;
import java.util.Map;
import java.util.TreeMap;

/// `export tfvars`: the spec as OpenTofu's settings, or what stands as its import blocks.
final class ExportTfvars implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var text = invocation.has("--import-blocks")
                ? SpecSource.tofu().importBlocks(standing(invocation))
                : SpecSource.tofu().write(SpecSource.read(invocation.globals()).spec());
        Display.show(
                invocation,
                stage,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("text", text);
                    json.writeEndObject();
                },
                page -> text.lines().forEach(page::line));
        return ExitCode.DONE;
    }

    private static Map<String, String> standing(Invocation invocation) {
        var ocids = new TreeMap<String, String>();
        try (var kept = TargetRecords.of(invocation.globals())) {
            kept.states().standing().values().forEach(standing -> {
                if (standing.known().orElse(Outputs.NONE) instanceof OnOracle there) {
                    TofuAddress.of(standing.node())
                            .ifPresent(
                                    address -> ocids.put(address, there.ocid().text()));
                }
            });
        }
        return ocids;
    }
}
