package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.json.PlanJson;
import dev.freehold.app.shell.text.PlanText;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.fit.Fit;
import dev.freehold.domain.plan.Plan;
import java.util.ArrayList;

/// `plan`: what a deployment would change, whether it may, and what it would cost.
final class PlanAction implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var scope = Phases.layers(invocation.operands());
        var source = SpecSource.read(invocation.globals());
        try (var kept = Kept.of(invocation.globals())) {
            var states = kept.states();
            boolean prebuilt = Kept.prebuiltImages(states, invocation.has("--prebuilt-images"));
            var blueprint = Blueprint.draw(source.spec(), prebuilt, scope);
            var plan = Plan.of(Kept.standing(states), blueprint, scope);
            var ledger = Quota.ledger(source, blueprint);
            var fit = Fit.of(source.spec());
            var misfits = fit.violations(scope);
            var violations = new ArrayList<Violation>(ledger.violations());
            violations.addAll(misfits);
            Showing.remarks(source, stage);
            Showing.show(
                    invocation,
                    stage,
                    json -> PlanJson.write(json, ledger, fit, violations, plan),
                    page -> PlanText.write(page, ledger, fit, violations, plan));
            if (!ledger.violations().isEmpty()) {
                return ExitCode.REFUSED;
            }
            if (!misfits.isEmpty()) {
                return ExitCode.BAD_USAGE;
            }
            boolean pending = invocation.has("--detailed-exitcode") && !plan.isEmpty();
            return pending ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
        }
    }
}
