package dev.freehold.app.shell;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.GlobalOption;
import dev.freehold.app.shell.command.Option;
import dev.freehold.domain.specfile.SpecReference;
import dev.freehold.lab.fault.WireFault;
import dev.freehold.lab.fault.WireFaultsFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pages of `docs/reference/`, as the code says them.
final class Reference {
    private static final String NOTICE =
            "<!-- Generated from the code: mvn -pl app-shell -am test -Dtest=ReferenceTest -Dfreehold.reference=write"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -->\n\n";

    private static final String LATER = " *Not there yet.*";

    private Reference() {}

    /// By file name.
    static Map<String, String> pages(Path folder) throws Exception {
        var pages = new LinkedHashMap<String, String>();
        pages.put("README.md", index());
        pages.put("commands.md", commands());
        pages.put("options.md", options());
        pages.put("exit-codes.md", exitCodes());
        pages.put("json.md", JsonReference.page(folder));
        pages.put("spec.md", spec());
        pages.put("faults.md", faults());
        pages.put("wire-faults.md", wireFaults());
        pages.replaceAll((name, text) -> NOTICE + text);
        return pages;
    }

    private static String index() {
        return """
            # Reference

            - [Commands](commands.md) and the [options of every command](options.md)
            - [Exit codes](exit-codes.md)
            - [JSON documents](json.md), what `-o json` prints
            - [The spec](spec.md), `freehold.yaml`
            - [Faults](faults.md), for `--faults`
            - [Faults of the wire](wire-faults.md), for `lab serve --wire-faults`
            """;
    }

    private static String commands() {
        var page = new StringBuilder("""
            # Commands

            Typed alone (`./freehold plan`), in a script (`./freehold run FILE`, `@FILE`, or a pipe on standard input) or in the
            interactive shell (`./freehold`): the same words, the same exit codes. The
            [options of every command](options.md) stand before or after it.
            """);
        for (var group : CommandGroup.values()) {
            page.append("\n## ").append(group.heading()).append('\n');
            for (var command : Catalogue.COMMANDS.all()) {
                if (command.group() == group) {
                    command(page, command);
                }
            }
        }
        return page.toString();
    }

    private static void command(StringBuilder page, CommandDefinition command) {
        page.append("\n### ")
                .append(command.name())
                .append("\n\n    freehold ")
                .append(command.synopsis())
                .append("\n\n");
        page.append(command.about()).append(command.ready() ? "" : LATER).append('\n');
        command.more().forEach(more -> page.append(more).append('\n'));
        if (command.operands().isEmpty() && command.options().isEmpty()) {
            return;
        }
        page.append("\n| | |\n|---|---|\n");
        for (var operand : command.operands()) {
            var words = operand.words().isEmpty() ? "" : ": " + code(operand.words());
            page.append("| `")
                    .append(operand.label())
                    .append("` | ")
                    .append(operand.about())
                    .append(words)
                    .append(" |\n");
        }
        command.options().forEach(option -> option(page, option, ""));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> '`' + word + '`').collect(Collectors.joining(", "));
    }

    private static void option(StringBuilder page, Option option, String variable) {
        var names = code(option.names());
        var label = option.label() == null
                ? ""
                : option.words().isEmpty() ? " " + option.label() : ": " + code(option.words());
        page.append("| ").append(names).append(label).append(" | ").append(option.about());
        page.append(option.ready() ? "" : "." + LATER)
                .append(" |")
                .append(variable)
                .append('\n');
    }

    private static String options() {
        var page = new StringBuilder("""
            # Options of every command

            They stand before, within or after a command. In the shell and in scripts, `use` sets them for what follows. A variable
            holds where nothing was typed and `use` said nothing; `NO_COLOR` means `--color never`.

            | option | | variable |
            |---|---|---|
            """);
        for (var global : GlobalOption.values()) {
            boolean settable = GlobalOption.settable().contains(global);
            option(page, global.option(), settable ? " `" + global.variable() + "` |" : " |");
        }
        return page.toString();
    }

    private static String exitCodes() {
        var page = new StringBuilder("# Exit codes\n\n| code | |\n|---|---|\n");
        for (var code : ExitCode.values()) {
            page.append("| ")
                    .append(code.number())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" |\n");
        }
        return page.append("""

            Where several hold: 2 for a spec that can't be read, then 3, then 2 for a platform that does not fit, then 5. A
            script's code is that of the command that stopped it. A question without an answer and without a terminal is 2
            and names the option; an approval is 4. A refusal still prints the whole JSON document.
            """).toString();
    }

    private static String spec() {
        var page = new StringBuilder("""
            # The spec: freehold.yaml

            Everything but `name` may be left out. `freehold schema` prints the JSON Schema, `freehold init` a commented file.

            | key | | default | |
            |---|---|---|---|
            """);
        for (var row : SpecReference.rows()) {
            page.append("| `")
                    .append(row.key())
                    .append("` | ")
                    .append(cell(row.allowed()))
                    .append(" | ");
            page.append(row.otherwise().isEmpty() ? "" : '`' + cell(row.otherwise()) + '`')
                    .append(" | ");
            page.append(cell(row.description())).append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace('\n', ' ');
    }

    private static String faults() {
        var acts = code(Arrays.stream(Act.values()).map(Act::word).toList());
        var mishaps = code(Arrays.stream(Mishap.values()).map(Mishap::word).toList());
        return """
            # Faults: --faults FILE

            A YAML list of what goes wrong with the drivers' calls. Counts are per process.

            | key | |
            |---|---|
            | `resource` | which resources, by id; `*` stands for anything, `/` among it |
            | `operation` | %s; left out, every one |
            | `error` | %s |
            | `times` | with how many calls, from 1; 1 |
            | `when` | for `halt`: `before` (the default) or `after` the call |

            `timeout` is not done and has no answer; `response-lost` is done and has no answer; `halt` ends the process there, as
            `kill -9` does (exit 137).
            """.formatted(acts, mishaps);
    }

    private static String wireFaults() {
        var page = new StringBuilder("""
            # Faults of the wire: lab serve --wire-faults FILE

            A YAML list of what goes wrong between a client and the lab's Oracle Cloud. Counts are per process of the lab; of several
            faults that concern one request the first that is left strikes.

            | key | |
            |---|---|
            """);
        WireFaultsFile.KEYS.forEach(key -> page.append("| `%s` | %s |\n".formatted(key.getKey(), key.getValue())));
        page.append("\n| error | |\n|---|---|\n");
        for (var mishap : WireFault.Mishap.values()) {
            page.append("| `%s` | %s |\n".formatted(mishap.word(), mishap.meaning()));
        }
        return page.append("""

            Three launches find the region full, and the answer to the first upload of a part is lost:

            ```yaml
            - {method: POST, path: /20160918/instances, error: no-room, times: 3}
            - {method: PUT, path: /n/*/u/*, error: reset-after}
            ```
            """).toString();
    }
}
