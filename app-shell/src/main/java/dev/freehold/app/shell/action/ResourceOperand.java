package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.ResourceId;
import java.util.List;
import java.util.Objects;

/// The resource that a command is told by its id.
public final class ResourceOperand {
    private ResourceOperand() {}

    public static ResourceId of(Invocation invocation) {
        var text = Objects.requireNonNull(invocation.operand(0));
        try {
            return new ResourceId(text);
        } catch (IllegalArgumentException no) {
            throw CommandError.usage("Not a resource id", no.getMessage() + ".", NextCommand.resources());
        }
    }

    public static CommandError unknown(ResourceId id, List<String> known) {
        var nearest = Nearest.to(id.text(), known);
        return new CommandError(
                ExitCode.FAILED,
                "Unknown resource",
                List.of("Nothing stands under the id " + id
                        + (nearest == null ? "." : "; did you mean " + nearest + "?")),
                NextCommand.resources());
    }
}
