package dev.freehold.app.shell.wiring;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.inspect.RunHistory;
import java.util.List;
import java.util.TreeSet;

/// What there is that a person may want to name.
public final class CompletionNames {
    private CompletionNames() {}

    /// The ids of what is wanted and of what stands, or those of the runs. Nothing while spec or state can't
    /// be read: that will be said when a command is run, not while it is typed.
    public static List<String> of(Candidates candidates, Globals globals) {
        try (var kept = TargetRecords.of(globals)) {
            return switch (candidates) {
                case RESOURCES -> resources(kept, globals);
                case RUNS ->
                    new RunHistory(kept.journals())
                            .runs().stream().map(run -> run.id().text()).toList();
                case ANYTHING, FILES, FOLDERS, COMMANDS, PHASES, CHECKS, LISTED -> List.of();
            };
        } catch (CommandError | IllegalStateException unreadable) {
            return List.of();
        }
    }

    private static List<String> resources(TargetRecords kept, Globals globals) {
        var ids = new TreeSet<String>();
        kept.states().standing().keySet().stream().map(ResourceId::text).forEach(ids::add);
        Blueprint.draw(SpecSource.read(globals).spec(), ImageSupply.AS_IN_SPEC)
                .nodes()
                .forEach(node -> ids.add(node.id().text()));
        return List.copyOf(ids);
    }
}
