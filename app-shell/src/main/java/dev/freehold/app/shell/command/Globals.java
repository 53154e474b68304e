package dev.freehold.app.shell.command;

import dev.freehold.app.shell.screen.ColorMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The options that every command takes, read.
///
/// @param file absent: freehold.yaml in the current folder, or the default platform
/// @param home absent: .freehold beside the spec
/// @param offline whether nothing that is published is to be fetched
public record Globals(
        @Nullable Path file,
        Target target,
        @Nullable Path home,
        Format output,
        ColorMode color,
        boolean verbose,
        @Nullable Path faults,
        long seed,
        boolean offline) {

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
