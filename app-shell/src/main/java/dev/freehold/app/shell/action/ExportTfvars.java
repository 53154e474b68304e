package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.engine.run.KnownOutputs;
import java.util.Map;
import java.util.TreeMap;

/// `export tfvars`: the spec as OpenTofu's settings, or what stands as its import blocks.
final class ExportTfvars implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var text = invocation.has("--import-blocks")
                ? SpecSource.tofu().importBlocks(standing(invocation))
                : SpecSource.tofu().write(SpecSource.read(invocation.globals()).spec());
        Showing.show(
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
        try (var kept = Kept.of(invocation.globals())) {
            kept.states()
                    .standing()
                    .values()
                    .forEach(standing -> KnownOutputs.of(standing)
                            .text("ocid")
                            .ifPresent(ocid ->
                                    TofuAddress.of(standing.node()).ifPresent(address -> ocids.put(address, ocid))));
        }
        return ocids;
    }
}
