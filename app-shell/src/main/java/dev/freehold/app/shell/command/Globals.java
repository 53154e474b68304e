package dev.freehold.app.shell.command;

import dev.freehold.app.shell.screen.ColorMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options that every command takes, read.
///
/// @param file absent: freehold.yaml in the current folder, or the default platform
/// @param home absent: .freehold beside the spec
/// @param offline whether nothing that is published is to be fetched
/// @param given what was typed, or set by `use`, to say which platform is meant: for commands that are to mean the
/// same
public record Globals(
        @Nullable Path file,
        Target target,
        @Nullable Path home,
        Shown shown,
        Simulation simulation,
        boolean offline,
        List<String> given) {
    public Globals {
        given = List.copyOf(given);
    }

    /// One for which nothing was typed.
    public Globals(
            @Nullable Path file,
            Target target,
            @Nullable Path home,
            Shown shown,
            Simulation simulation,
            boolean offline) {
        this(file, target, home, shown, simulation, offline, List.of());
    }

    /// How a command shows what it has to say.
    ///
    /// @param verbose whether a failure shows where in the program it happened
    public record Shown(Format output, ColorMode color, boolean verbose) {
        public static final Shown PLAIN = new Shown(Format.TEXT, ColorMode.NEVER, false);
    }

    /// What chance and mishap are made of.
    ///
    /// @param faults absent: none
    public record Simulation(@Nullable Path faults, long seed) {
        public static final Simulation USUAL = new Simulation(null, 0);
    }

    public Format output() {
        return shown.output();
    }

    public ColorMode color() {
        return shown.color();
    }

    public boolean verbose() {
        return shown.verbose();
    }

    public @Nullable Path faults() {
        return simulation.faults();
    }

    public long seed() {
        return simulation.seed();
    }

    /// Where drivers point.
    public enum Target {
        SIM,
        LAB,
        LIVE;

        public String word() {
            return switch (this) {
                case SIM -> "sim";
                case LAB -> "lab";
                case LIVE -> "live";
            };
        }
    }

    public enum Format {
        TEXT,
        JSON
    }
}
