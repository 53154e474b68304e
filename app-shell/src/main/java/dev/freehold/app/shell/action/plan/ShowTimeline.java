package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.LayoutJson;
import dev.freehold.app.shell.text.LayoutText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.Schedule;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.validation.CheckName;
import java.util.Arrays;

/// `timeline`: the blueprint's schedule, with validation at its end.
final class ShowTimeline implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var blueprint = Blueprint.draw(source.spec(), ImageSupply.prebuiltIf(invocation.has("--prebuilt-images")));
        var checks = Arrays.stream(CheckName.values())
                .map(check -> ResourceId.of(Phase.VALIDATION, "check", check.word()))
                .toList();
        var schedule = Schedule.of(blueprint, TimingProfile.REFERENCE, checks, TimingProfile.CHECK);
        var criticalPath = schedule.criticalLength();
        Display.show(
                invocation,
                stage,
                json -> LayoutJson.timeline(json, schedule, criticalPath),
                page -> LayoutText.timeline(page, schedule));
        return ExitCode.DONE;
    }
}
