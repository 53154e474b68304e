package dev.freehold.app.shell.action.images;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;
import java.util.function.Supplier;

/// The commands of disk images.
public final class ImagesCommands {
    private static final Operand BUILT =
            Operand.maybe("NAME", "which, such as base-arm64, where there are several", Candidates.ANYTHING);

    private ImagesCommands() {}

    private static CommandDefinition called(String name, String about, Supplier<CommandAction> action) {
        return CommandDefinition.called("images " + name, CommandGroup.IMAGES, about, action);
    }

    public static CommandDefinition build() {
        return called("build", "Builds the disk images on this computer.", () -> new BuildDiskImages())
                .says("Those that the platform needs; with IMAGE and --arch any. What was built of the same"
                        + " scripts and sources and is whole is not built again.")
                .with(Operand.among("IMAGE", 0, "only that one", "base", "proxmox"))
                .with(Option.among("--builder", "with what", "packer", "dagger", "mmdebstrap"))
                .with(Option.among("--arch", "for what", "arm64", "amd64"))
                .with(Option.of(
                        "--without", "A,B", "parts to leave out: tailscale, proxmox, ceph", Candidates.ANYTHING));
    }

    public static CommandDefinition list() {
        return called("list", "Lists the images that were built.", () -> ShowImages.listed());
    }

    public static CommandDefinition contents() {
        return called("sbom", "Prints what is in an image, as a CycloneDX document.", () -> ShowImages.byContents())
                .with(BUILT);
    }

    public static CommandDefinition hardening() {
        return called(
                        "harden-check",
                        "Shows for each hardening point whether it holds in the images that were built.",
                        () -> ShowImages.byHardening())
                .says("Exits 1 when one does not, or when an image's file is not what was built.")
                .with(BUILT);
    }
}
