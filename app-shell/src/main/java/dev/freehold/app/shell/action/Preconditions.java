package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Node;
import java.util.Collection;
import java.util.List;

/// What a command about to make things needs of its target. It is refused before anything is made: a platform that
/// nobody can finish is worth less than none.
public final class Preconditions {
    private Preconditions() {}

    /// @param nodes everything that the command is about to make
    /// @throws CommandError if the target has no adapter yet for one of them
    public static void check(TargetSession session, Globals.Target target, Collection<Node> nodes) {
        checkSources(target, nodes);
        for (var node : nodes) {
            if (!session.serves().test(node)) {
                throw CommandError.usage(
                        "Not there yet",
                        node.id() + " can't be made on --target " + target.word() + ": its adapter is not there yet,"
                                + " and nothing was changed. What works there are setup, images and the oci layer:",
                        NextCommand.deploy("oci"));
            }
        }
    }

    /// Said before the base is built, which takes half an hour: nobody publishes these under a name that could
    /// be a default.
    ///
    /// @throws CommandError if a Proxmox image has no place to get its packages from
    public static void checkSources(Globals.Target target, Collection<? extends Node> nodes) {
        if (target != Globals.Target.LIVE) {
            return;
        }
        for (var node : nodes) {
            if (node instanceof ProxmoxImage image) {
                checkSources(image);
            }
        }
    }

    private static void checkSources(ProxmoxImage image) {
        for (var part : List.of("proxmox", "ceph")) {
            if (image.sources().stream().noneMatch(source -> source.startsWith(part + '='))) {
                throw CommandError.usage(
                        "No package source",
                        image.name() + " needs packages of " + part + " for Debian 12, and no public place is known to"
                                + " have them. Name one in the spec, images.sources." + part
                                + ", or leave the part out: images.sources." + part + ": none.",
                        null);
            }
        }
    }
}
