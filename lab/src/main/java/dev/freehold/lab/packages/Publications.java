package dev.freehold.lab.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What publishers have, under the addresses that they have it at: `HOST/PATH`. Every version is there.
final class Publications {
    private static final Pattern CILIUM = Pattern.compile("helm\\.cilium\\.io/cilium-([0-9]+\\.[0-9]+\\.[0-9]+)\\.tgz");
    private static final Pattern FLUX =
            Pattern.compile("github\\.com/fluxcd/flux2/releases/download/(v[0-9]+\\.[0-9]+\\.[0-9]+)/install\\.yaml");

    private Publications() {}

    /// The bytes at that address; empty if nobody publishes anything there.
    static Optional<byte[]> at(String address) {
        var cilium = CILIUM.matcher(address);
        if (cilium.matches()) {
            return Optional.of(cilium(cilium.group(1)));
        }
        var flux = FLUX.matcher(address);
        return flux.matches()
                ? Optional.of(text("flux.yaml", flux.group(1)).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte[] cilium(String version) {
        return Tarball.of(List.of(
                ArchiveEntry.file("cilium/Chart.yaml", text("cilium-chart.yaml", version)),
                ArchiveEntry.file("cilium/templates/cilium.yaml", text("cilium-templates.yaml", version)),
                ArchiveEntry.file("cilium/values.yaml", text("cilium-values.yaml", version))));
    }

    private static String text(String name, String version) {
        try (var in = Publications.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the lab's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@VERSION@", version);
        } catch (IOException impossible) {
            throw new UncheckedIOException(name + " is in the lab's jar", impossible);
        }
    }
}
