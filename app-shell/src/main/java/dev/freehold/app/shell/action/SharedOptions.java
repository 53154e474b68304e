package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// What several commands take, in the same words.
public final class SharedOptions {
    public static final Operand PHASES = Operand.many(
            "PHASE", "setup, images, oci, proxmox, talos; none or all means all of them", Candidates.PHASES);
    public static final Option YES = Option.flag("--yes", "approves everything that it would ask for");
    public static final Option PREBUILT =
            Option.flag("--prebuilt-images", "takes images that were built before instead of building them");
    public static final Option REFRESH =
            Option.flag("--refresh", "looks at the real things first instead of trusting the state");

    private SharedOptions() {}
}
