package dev.freehold.adapters.images;

import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.domain.image.InstalledPackage;
import dev.freehold.domain.quantity.Gigabytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a builder left in its folder: the disk, and what it says of it.
///
/// @param size of the disk's file, in bytes
record Product(
        Path folder,
        long size,
        Qcow2 disk,
        List<InstalledPackage> packages,
        List<HardeningPoint> hardening,
        List<String> sources) {
    static final String LOG = "build.log";
    private static final String DISK = "disk.qcow2";
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1 << 30);

    Product {
        packages = List.copyOf(packages);
        hardening = List.copyOf(hardening);
        sources = List.copyOf(sources);
    }

    /// @throws IOException if something is missing or is not what it should be
    static Product in(Path folder) throws IOException {
        var disk = folder.resolve(DISK);
        var packages = new ArrayList<InstalledPackage>();
        for (var row : rows(folder.resolve("packages.tsv"), 3)) {
            packages.add(new InstalledPackage(row[0], row[1], row[2]));
        }
        var hardening = new ArrayList<HardeningPoint>();
        for (var row : rows(folder.resolve("hardening.tsv"), 4)) {
            hardening.add(new HardeningPoint(row[0], row[1].equals("PASS"), row[2], row[3]));
        }
        var sources = new ArrayList<String>();
        for (var row : rows(folder.resolve("sources.tsv"), 2)) {
            sources.add(row[0] + '=' + row[1]);
        }
        return new Product(folder, Files.size(disk), Qcow2.of(disk), packages, hardening, sources);
    }

    private static List<String[]> rows(Path file, int columns) throws IOException {
        var rows = new ArrayList<String[]>();
        for (var line : Files.readAllLines(file)) {
            var row = line.split("\t", -1);
            if (row.length != columns) {
                throw new IOException(file.getFileName() + " has a line of " + row.length + " columns: " + line);
            }
            rows.add(row);
        }
        return rows;
    }

    /// Why it can't be taken; empty if it can.
    ///
    /// @param most what the plan counts with for the file
    Optional<String> objection(Gigabytes most) {
        var undone = hardening.stream()
                .filter(point -> !point.holds())
                .map(HardeningPoint::name)
                .toList();
        if (!undone.isEmpty()) {
            return Optional.of("These hardening points do not hold: " + String.join(", ", undone) + ".");
        }
        if (packages.isEmpty() || hardening.isEmpty()) {
            return Optional.of("The builder did not say which packages are in it and how it is hardened.");
        }
        if (BigDecimal.valueOf(size).compareTo(most.count().multiply(GIGABYTE)) > 0) {
            return Optional.of("Its file has " + BigDecimal.valueOf(size).divide(GIGABYTE, 2, RoundingMode.UP)
                    + " GB, and the plan counts with " + most
                    + " at most, so that all images fit the free Object Storage.");
        }
        return Optional.empty();
    }

    /// @param place where the files will lie
    BuiltImage image(BuildOrder order, String builder, Path place, Instant built, Duration took) throws IOException {
        return new BuiltImage(
                order.image(),
                order.architecture(),
                builder,
                new BuiltImage.Disk(
                        place.resolve(DISK).toString(),
                        "qcow2",
                        size,
                        disk.virtualSize(),
                        Digests.ofFile(folder.resolve(DISK))),
                new BuiltImage.Build(place.resolve(LOG).toString(), built, took),
                new BuiltImage.Contents(packages, hardening),
                new BuiltImage.Origin(order.inputs(), sources, order.without()));
    }
}
