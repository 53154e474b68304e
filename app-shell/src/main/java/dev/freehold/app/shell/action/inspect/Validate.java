package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.CheckJson;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.text.CheckText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.validation.CheckName;
import dev.freehold.validation.Outcome;
import dev.freehold.validation.ValidatePlatform;
import dev.freehold.validation.ValidationReport;
import dev.freehold.validation.Wanted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// `validate`: the platform that stands, held against what it should be.
public final class Validate implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var names = names(invocation.operands());
        var source = SpecSource.read(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            var wanted = new WantedPlatform(source.spec(), "", ImageSupply.AS_IN_SPEC);
            var report = check(target, wanted, names);
            Display.show(
                    invocation,
                    stage,
                    json -> CheckJson.validate(json, report),
                    page -> CheckText.validate(page, report));
            return report.result() == Outcome.PASS ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    public static ValidationReport check(TargetSession target, WantedPlatform platform, List<CheckName> names) {
        var states = LayerStates.read(target.engine().journals());
        var nodes = platform.blueprint(states, EnumSet.allOf(Layer.class)).nodes();
        var validate = new ValidatePlatform(target.probes(), target.engine().timeline());
        var me = Thread.currentThread();
        try (var _ = Interrupts.calling(me::interrupt)) {
            return validate.run(new Wanted(platform.spec(), nodes), names);
        } catch (InterruptedException stopped) {
            throw new CommandError(
                    ExitCode.INTERRUPTED,
                    "Interrupted",
                    List.of("The checks were cut short. Nothing was changed."),
                    null);
        }
    }

    private static List<CheckName> names(List<String> words) {
        var names = new ArrayList<CheckName>();
        boolean all = words.isEmpty();
        for (var word : words) {
            if (word.equals("all")) {
                all = true;
                continue;
            }
            var name = CheckName.ofWord(word).orElseThrow(() -> {
                var nearest = Nearest.to(word, Candidates.CHECK_WORDS);
                return CommandError.usage(
                        "Unknown check",
                        "There is no check '" + word + "'; there are " + String.join(", ", Candidates.CHECK_WORDS) + "."
                                + (nearest == null ? "" : " Did you mean " + nearest + "?"),
                        null);
            });
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return all ? List.of(CheckName.values()) : names;
    }
}
