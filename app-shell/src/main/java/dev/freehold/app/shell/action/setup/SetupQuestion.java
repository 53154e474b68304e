package dev.freehold.app.shell.action.setup;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.inline;
import static dev.freehold.domain.yaml.YamlValue.inlineItems;
import static dev.freehold.domain.yaml.YamlValue.quoted;

import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What setup asks for the spec, in the order of asking. Each has a flag, and a variable of the flag's name.
enum SetupQuestion {
    REGION("--region", answer -> entry("region", answer), "Your tenancy's home region, such as eu-frankfurt-1"),
    EMAIL("--email", answer -> within("budget", "email", answer), "The address that hears of the first cent spent"),
    SSH_FROM(
            "--ssh-from",
            answer -> within("network", "ssh-from", inlineItems(List.of(answer))),
            "Your own address as others see it, such as 203.0.113.7/32"),
    TAILNET("--tailnet", answer -> within("mesh", "tailnet", answer), "Your tailnet, such as example.ts.net"),
    REPOSITORY(
            "--repository",
            answer -> within("gitops", "repository", answer),
            "The URL of the Git repository that Flux is to follow");

    /// A platform's own address is its name; it can be changed in the file.
    private static final String HEAD = "name: homelab\n";

    private final String flag;
    private final Function<YamlValue, YamlValue.Entry> line;
    private final String words;

    SetupQuestion(String flag, Function<YamlValue, YamlValue.Entry> line, String words) {
        this.flag = flag;
        this.line = line;
        this.words = words;
    }

    String flag() {
        return flag;
    }

    /// `FREEHOLD_SSH_FROM` for `--ssh-from`.
    String variable() {
        return "FREEHOLD" + flag.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /// The line of the spec that an answer makes.
    String line(String answer) {
        return YamlWriter.write(group(line.apply(quoted(answer))), 2);
    }

    private static YamlValue.Entry within(String section, String key, YamlValue value) {
        return entry(section, inline(List.of(entry(key, value))));
    }

    /// Why that is no answer; empty if it is one.
    Optional<String> objection(String answer) {
        return problem(HEAD + line(answer));
    }

    /// A spec of these lines.
    static String spec(String lines) {
        return "# Written by 'freehold setup' from your answers; what is not here has Freehold's default.\n" + HEAD
                + lines;
    }

    private static Optional<String> problem(String spec) {
        return SpecSource.reading(spec) instanceof SpecReading.Faulty(var problems)
                ? Optional.of(problems.getFirst().message())
                : Optional.empty();
    }
}
