package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.json.Layout;
import dev.freehold.app.shell.text.LayoutText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.Activity;
import dev.freehold.domain.schedule.Schedule;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.validation.CheckName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `timeline`: the blueprint's schedule, with validation at its end.
final class Timeline implements Action {
    /// Two minutes a check: ten for the five of the reference timeline.
    private static final Duration CHECK = Duration.ofMinutes(2);

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var schedule = Schedule.of(activities(Blueprint.draw(source.spec(), invocation.has("--prebuilt-images"))));
        var criticalPath = criticalPath(schedule);
        Showing.show(
                invocation,
                stage,
                json -> Layout.timeline(json, schedule, criticalPath),
                page -> LayoutText.timeline(page, schedule));
        return ExitCode.DONE;
    }

    private static List<Activity> activities(Blueprint blueprint) {
        var graph = blueprint.graph();
        var activities = new ArrayList<Activity>();
        var last = new ArrayList<Integer>();
        for (int i = 0; i < graph.size(); i++) {
            var after = new ArrayList<Integer>();
            for (int before : graph.dependsOn(i)) {
                after.add(before);
            }
            activities.add(new Activity(graph.id(i), TimingProfile.REFERENCE.durationOf(graph.node(i)), after));
            if (graph.dependents(i).length == 0) {
                last.add(i);
            }
        }
        for (var check : CheckName.values()) {
            activities.add(new Activity(ResourceId.of(Phase.VALIDATION, "check", check.word()), CHECK, last));
        }
        return activities;
    }

    private static Duration criticalPath(Schedule schedule) {
        var sum = Duration.ZERO;
        for (var item : schedule.items()) {
            if (schedule.criticalPath().contains(item.id())) {
                sum = sum.plus(item.end()).minus(item.start());
            }
        }
        return sum;
    }
}
