package dev.freehold.app.shell.command;

import java.util.List;

/// What a value can be, so that the shell can complete it.
public enum Candidates {
    /// Free text.
    ANYTHING,
    FILES,
    FOLDERS,
    COMMANDS,
    PHASES,
    CHECKS,
    RESOURCES,
    RUNS,
    /// The words that the option or operand lists itself.
    LISTED;

    public static final List<String> PHASE_WORDS = List.of("setup", "images", "oci", "proxmox", "talos", "all");
    public static final List<String> CHECK_WORDS = List.of("images", "oci", "proxmox", "talos", "cost", "all");
}
