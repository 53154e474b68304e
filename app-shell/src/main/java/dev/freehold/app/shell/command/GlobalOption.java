package dev.freehold.app.shell.command;

import java.util.List;

/// The options that every command takes, before or after it, each with its environment variable.
// An option is immutable, though Error Prone cannot see it: its lists are copies that nobody can change.
@SuppressWarnings("ImmutableEnumChecker")
public enum GlobalOption {
    FILE(Option.of(
                    "--file",
                    "SPEC",
                    "the spec; without it freehold.yaml here, and without that the default platform",
                    Candidates.FILES)
            .orShort("-f")),
    TARGET(Option.among("--target", "where the platform is: simulated, emulated, or real", "sim", "lab", "live")),
    HOME(Option.of("--home", "DIR", "where state and secrets are kept; .freehold beside the spec", Candidates.FOLDERS)),
    OUTPUT(Option.among("--output", "for people, or one JSON document for programs", "text", "json")
            .orShort("-o")),
    COLOR(Option.among("--color", "colours; auto honours NO_COLOR", "auto", "always", "never")),
    VERBOSE(Option.flag("--verbose", "shows where a failure happened in the program")),
    FAULTS(Option.of("--faults", "FILE", "makes the drivers fail as the file says (sim and lab)", Candidates.FILES)),
    SEED(Option.of("--seed", "N", "decides every random choice of the simulation; 0", Candidates.ANYTHING)),
    OFFLINE(Option.flag("--offline", "fetches no charts or manifests; what is kept, or was put there, serves")),
    HELP(Option.flag("--help", "says what the command does, and does nothing").orShort("-h"));

    private final Option option;

    GlobalOption(Option option) {
        this.option = option;
    }

    public Option option() {
        return option;
    }

    /// The name without its dashes.
    public String word() {
        return option.longName().substring(2);
    }

    /// The environment variable that it takes its value from where it is not typed.
    public String variable() {
        return "FREEHOLD_" + name();
    }

    /// Those with an environment variable, which `use` can set as well: all but `--help`.
    public static List<GlobalOption> settable() {
        return List.of(FILE, TARGET, HOME, OUTPUT, COLOR, VERBOSE, FAULTS, SEED, OFFLINE);
    }
}
