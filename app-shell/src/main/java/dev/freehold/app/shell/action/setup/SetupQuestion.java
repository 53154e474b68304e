package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.specfile.SpecReading;
import java.util.Locale;
import java.util.Optional;

/// What setup asks for the spec, in the order of asking. Each has a flag, and a variable of the flag's name.
enum SetupQuestion {
    REGION("--region", "region: %s", "Your tenancy's home region, such as eu-frankfurt-1"),
    EMAIL("--email", "budget: {email: %s}", "The address that hears of the first cent spent"),
    SSH_FROM("--ssh-from", "network: {ssh-from: [%s]}", "Your own address as others see it, such as 203.0.113.7/32"),
    TAILNET("--tailnet", "mesh: {tailnet: %s}", "Your tailnet, such as example.ts.net"),
    REPOSITORY("--repository", "gitops: {repository: %s}", "The URL of the Git repository that Flux is to follow");

    /// A platform's own address is its name; it can be changed in the file.
    private static final String HEAD = "name: homelab\n";

    private final String flag;
    private final String line;
    private final String words;

    SetupQuestion(String flag, String line, String words) {
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
        return line.formatted('"' + answer.replace("\\", "\\\\").replace("\"", "\\\"") + '"') + '\n';
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
