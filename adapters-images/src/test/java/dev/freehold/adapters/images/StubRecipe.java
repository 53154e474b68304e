package dev.freehold.adapters.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A recipe whose builders make a tiny image at once, or do what a test says.
final class StubRecipe {
    /// Reads its options as builders do, and gives `out` and `work`.
    private static final String OPTIONS = """
        while [ $# -gt 0 ]; do
            case $1 in --out) out=$2 ;; --work) work=$2 ;; --without) without=$2 ;; --source) sources="$sources $2" ;; esac
            shift 2
        done
        mkdir -p "$work"
        """;

    /// A whole image: a QCOW2 header of a disk of 1 MiB, and what goes with it.
    static final String IMAGE = """
        echo "step installing Debian 12"
        { printf 'QFI\\373\\000\\000\\000\\003'; printf '\\000%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16;
          printf '\\000\\000\\000\\000\\000\\020\\000\\000\\000\\000\\000\\000'; } >"$out/disk.qcow2"
        printf 'openssh-server\\t1:9.2p1\\tamd64\\ncloud-init\\t22.4.2\\tall\\n' >"$out/packages.tsv"
        printf 'ssh-root\\tPASS\\tno\\tno\\n' >"$out/hardening.tsv"
        printf 'debian\\thttp://127.0.0.1:1/debian\\n' >"$out/sources.tsv"
        """;

    private final Path folder;

    /// @param does what the script does with `$out` and `$work`
    StubRecipe(Path folder, String does) {
        this.folder = folder;
        try {
            for (var builder : List.of("mmdebstrap", "packer")) {
                var build = folder.resolve(builder).resolve("build");
                Files.createDirectories(build.getParent());
                Files.writeString(build, "set -eu\nout='' work='' without='' sources=''\n" + OPTIONS + does);
            }
            try (var attended = Recipe.class.getResourceAsStream("/recipe/attended")) {
                Files.write(folder.resolve("attended"), attended.readAllBytes());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Recipe recipe() {
        return Recipe.in(folder);
    }
}
