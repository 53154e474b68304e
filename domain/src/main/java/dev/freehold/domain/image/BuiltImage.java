package dev.freehold.domain.image;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Architecture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A disk image that was built on this computer: the same record whichever builder made it.
///
/// @param image what it is: `base` or `proxmox`
/// @param builder what built it: `packer`, `dagger` or `mmdebstrap`
public record BuiltImage(
        String image,
        Architecture architecture,
        String builder,
        Disk disk,
        Build build,
        Contents contents,
        Origin origin) {
    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1 << 30);

    /// The file that it is.
    ///
    /// @param file where it is
    /// @param format of the file, `qcow2`
    /// @param sizeBytes of the file
    /// @param virtualSizeBytes of the disk that a machine sees
    /// @param sha256 of the file, in hexadecimal
    public record Disk(String file, String format, long sizeBytes, long virtualSizeBytes, String sha256) {}

    /// What is in it.
    ///
    /// @param packages what is installed in it, in order of name
    /// @param hardening what it was hardened by, as checked in it when it was built
    public record Contents(List<InstalledPackage> packages, List<HardeningPoint> hardening) {
        public Contents {
            packages = packages.stream().sorted().toList();
            hardening = List.copyOf(hardening);
        }
    }

    /// What it was built from.
    ///
    /// @param inputs the SHA-256 of all of it: scripts, names and places
    /// @param sources where its packages came from, as `name=URL`
    /// @param without the parts that were left out, such as `tailscale`
    public record Origin(String inputs, List<String> sources, List<String> without) {
        public Origin {
            sources = List.copyOf(sources);
            without = List.copyOf(without);
        }
    }

    /// How its building went.
    ///
    /// @param log where the builder's own words are; empty if there are none
    /// @param built when it was done
    /// @param took how long it took
    public record Build(String log, Instant built, Duration took) {}

    /// What its resource is called, such as `base-arm64`.
    public String name() {
        return image + '-' + architecture.word();
    }

    /// Of the file.
    public Gigabytes size() {
        return new Gigabytes(BigDecimal.valueOf(disk.sizeBytes()).divide(BYTES_PER_GIGABYTE, 2, RoundingMode.UP));
    }

    /// Did every point that it was hardened by hold?
    public boolean isHardened() {
        return !contents.hardening().isEmpty() && contents.hardening().stream().allMatch(HardeningPoint::holds);
    }
}
