package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.PhaseWords;
import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.PlanJson;
import dev.freehold.app.shell.text.PlanText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.engine.plan.WantedPlatform;

/// `plan`: what a deployment would change, whether it may, and what it would cost.
final class ShowPlan implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var phases = PhaseWords.inOrder(PhaseWords.layers(invocation.operands()));
        var source = SpecSource.toMake(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            var wanted = new WantedPlatform(
                    source.spec(),
                    "",
                    ImageSupply.prebuiltIf(invocation.has("--prebuilt-images")),
                    SharedOptions.protection(invocation, source.spec()));
            var request = new PlanPlatform.Request(
                    wanted, phases, invocation.has("--refresh") ? Looking.EVERYWHERE : Looking.NOWHERE);
            var planned = new PlanPlatform(target.engine()).plan(request);
            Display.remarks(source, stage);
            planned.remarks().forEach(remark -> Display.note(invocation, stage, remark));
            Display.show(
                    invocation, stage, json -> PlanJson.write(json, planned), page -> PlanText.write(page, planned));
            if (planned.isRefused()
                    || !planned.plan().blockedBy().isEmpty()
                    || !planned.plan().heldClaims().isEmpty()) {
                return ExitCode.REFUSED;
            }
            if (!planned.unfit().isEmpty()) {
                return ExitCode.BAD_USAGE;
            }
            boolean pending =
                    invocation.has("--detailed-exitcode") && !planned.plan().isEmpty();
            return pending ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
        }
    }
}
