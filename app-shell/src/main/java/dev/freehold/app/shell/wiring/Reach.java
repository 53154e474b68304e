package dev.freehold.app.shell.wiring;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.util.Collection;
import java.util.List;

/// How far the real adapters reach today. What they can't make is refused before anything else is made, since a
/// platform that nobody can finish is worth less than none.
public final class Reach {
    private Reach() {}

    /// @param nodes everything that a command is about to make
    /// @throws Problem if there is no adapter yet for one of them
    public static void check(Globals.Target target, Collection<Node> nodes) {
        if (target == Globals.Target.SIM) {
            return;
        }
        for (var node : nodes) {
            if (target == Globals.Target.LIVE && node instanceof ImageResource.ProxmoxImage image) {
                checkSources(image);
            }
            if (!isServed(node)) {
                throw Problem.usage(
                        "Not there yet",
                        node.id() + " can't be made on --target " + target.word() + ": its adapter is not there yet,"
                                + " and nothing was changed. What works there are setup, images and the oci layer:",
                        "freehold deploy oci --target " + target.word());
            }
        }
    }

    /// Said before the base is built, which takes half an hour: nobody publishes these under a name that could
    /// be a default.
    private static void checkSources(ImageResource.ProxmoxImage image) {
        for (var part : List.of("proxmox", "ceph")) {
            if (image.sources().stream().noneMatch(source -> source.startsWith(part + '='))) {
                throw Problem.usage(
                        "No package source",
                        image.name() + " needs packages of " + part + " for Debian 12, and no public place is known to"
                                + " have them. Name one in the spec, images.sources." + part
                                + ", or leave the part out: images.sources." + part + ": none.",
                        null);
            }
        }
    }

    private static boolean isServed(Node node) {
        return switch (node) {
            case SetupResource _, ImageResource _, OciResource _ -> true;
            case ProxmoxResource _, TalosResource _, Gate _ -> false;
        };
    }
}
