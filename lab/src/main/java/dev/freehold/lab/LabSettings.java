package dev.freehold.lab;

import dev.freehold.lab.oracle.CloudSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings of a lab: where it keeps its world, on which ports it listens, how fast its time goes, and what
/// tenancy its Oracle Cloud has.
public final class LabSettings {
    private static final double DEFAULT_PACE = 20;

    private final Path folder;
    private final int portBase;
    private final double pace;
    private final long seed;
    private final Optional<Path> wireFaults;
    private final CloudSettings cloud;

    private LabSettings(
            Path folder, int portBase, double pace, long seed, Optional<Path> wireFaults, CloudSettings cloud) {
        this.folder = folder;
        this.portBase = portBase;
        this.pace = pace;
        this.seed = seed;
        this.wireFaults = wireFaults;
        this.cloud = cloud;
    }

    /// A lab of any free ports, with a tenancy of 2021.
    ///
    /// @param folder where its world is kept, with the key and configuration for clients, its request log and
    ///     `endpoints.json`; made if it is not there
    public static LabSettings in(Path folder) {
        return new LabSettings(
                folder, 0, DEFAULT_PACE, 0, Optional.empty(), CloudSettings.of("always-free-2021", "eu-frankfurt-1"));
    }

    public Path folder() {
        return folder;
    }

    /// The kind of tenancy, by its allowance.
    public String tenancy() {
        return cloud.allowance();
    }

    /// Emulated seconds per real second.
    public double pace() {
        return pace;
    }

    int portBase() {
        return portBase;
    }

    long seed() {
        return seed;
    }

    Optional<Path> wireFaults() {
        return wireFaults;
    }

    CloudSettings cloud() {
        return cloud;
    }

    /// @param base the first of at most 20 ports; 0 for any that are free
    public LabSettings withPortBase(int base) {
        return new LabSettings(folder, base, pace, seed, wireFaults, cloud);
    }

    /// @param allowance the kind of tenancy: `always-free-2021`, `always-free-2026-06` or `payg-2026-10`
    public LabSettings withTenancy(String allowance) {
        return withCloud(before -> before.withAllowance(allowance));
    }

    /// @param name the tenancy's home region
    public LabSettings withRegion(String name) {
        return withCloud(before -> before.withRegion(name));
    }

    /// @param emulatedPerReal seconds
    public LabSettings withPace(double emulatedPerReal) {
        return new LabSettings(folder, portBase, emulatedPerReal, seed, wireFaults, cloud);
    }

    /// @param file of faults at the wire
    public LabSettings withWireFaults(Path file) {
        return new LabSettings(folder, portBase, pace, seed, Optional.of(file), cloud);
    }

    /// @param number decides ids, delays and which availability domain has micro instances
    public LabSettings withSeed(long number) {
        return new LabSettings(folder, portBase, pace, number, wireFaults, cloud);
    }

    /// @param launchesRefused by an availability domain's number, such as `AD-1`, or `*` for each: how many
    ///     launches of A1 find no room there, in this process
    public LabSettings withFullDomains(Map<String, Integer> launchesRefused) {
        return withCloud(before -> before.withFullDomains(launchesRefused));
    }

    LabSettings withCloud(UnaryOperator<CloudSettings> change) {
        return new LabSettings(folder, portBase, pace, seed, wireFaults, change.apply(cloud));
    }
}
