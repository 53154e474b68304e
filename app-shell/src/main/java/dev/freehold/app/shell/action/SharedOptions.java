package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.Spec;

/// What several commands take, in the same words.
public final class SharedOptions {
    public static final Operand PHASES = Operand.many(
            "PHASE", "setup, images, oci, proxmox, talos; none or all means all of them", Candidates.PHASES);
    public static final Option YES = Option.flag("--yes", "approves everything that it would ask for");
    public static final Option PREBUILT =
            Option.flag("--prebuilt-images", "takes images that were built before instead of building them");
    public static final Option REFRESH =
            Option.flag("--refresh", "looks at the real things first instead of trusting the state");

    public static final Option UNPROTECT = Option.of(
                    Protection.LIFT,
                    "GLOB",
                    "what holds data and may be lost this once, by its id as plan shows it",
                    Candidates.RESOURCES)
            .orMore();

    private SharedOptions() {}

    /// What this command may not take away.
    public static Protection protection(Invocation invocation, Spec spec) {
        return Protection.of(
                spec,
                invocation.values(UNPROTECT.longName()).stream().map(Glob::of).toList());
    }
}
