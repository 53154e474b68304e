package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.text.FiguresText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.Forecast;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.specfile.Topology;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;

/// `init`: a spec to begin with.
final class Init implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var globals = invocation.globals();
        var file = globals.file() == null ? SpecSource.usualFile() : globals.file();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !invocation.has("--force")) {
            throw SpecFiles.alreadyThere(file);
        }
        var word = invocation.value("--topology");
        var topology =
                word == null ? ask(stage.screen()) : Topology.ofWord(word).orElseThrow();
        if (invocation.has("--force")) {
            SpecFiles.overwrite(file, topology.text());
        } else {
            SpecFiles.write(file, topology.text());
        }
        Display.show(
                invocation,
                stage,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("file", file.toString());
                    json.writeStringProperty("topology", topology.word());
                    json.writeEndObject();
                },
                page -> page.prose("Wrote " + SpecSource.shortened(file) + ": " + topology.description()
                        + ". Look through it, then run " + NextCommand.plan() + "."));
        return ExitCode.DONE;
    }

    private static Topology ask(Screen screen) {
        if (!screen.tty().in()) {
            throw CommandError.usage(
                    "Something is missing",
                    "Which topology? There is no terminal to ask at; name it with --topology: "
                            + String.join(" or ", words()) + ".",
                    NextCommand.init(Topology.TWO_NODE.word()));
        }
        var today = Allowances.all().stream()
                .filter(allowance -> !Allowances.isSuperseded(allowance))
                .findFirst()
                .orElseThrow();
        for (var topology : Topology.values()) {
            screen.out()
                    .println("  " + topology.word() + ": " + topology.description() + "; today "
                            + FiguresText.dollars(cost(topology, today).usdPerMonth()) + " a month.");
        }
        screen.flush();
        var answer = screen.answers().ask("Which topology? [" + String.join("/", words()) + "] ");
        return Optional.ofNullable(answer)
                .flatMap(typed -> Topology.ofWord(typed.strip()))
                .orElseThrow(() -> CommandError.usage(
                        "Unknown topology",
                        "There are " + String.join(" and ", words()) + ". Nothing was written.",
                        null));
    }

    private static Forecast cost(Topology topology, Allowance today) {
        return Forecast.of(
                Usage.ofAll(
                        Blueprint.draw(topology.spec(), ImageSupply.AS_IN_SPEC).nodes()),
                today);
    }

    private static List<String> words() {
        return List.of(Topology.THREE_NODE.word(), Topology.TWO_NODE.word());
    }
}
