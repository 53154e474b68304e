package dev.freehold.lab;

import dev.freehold.lab.oci.Quirks;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How a lab is to be.
///
/// @param folder where its world is kept, with the key and configuration for clients, its request log and
///     `endpoints.json`; made if it is not there
/// @param portBase the first of at most 20 ports; 0 for any that are free
/// @param tenancy the kind of tenancy, by its allowance: `always-free-2021`, `always-free-2026-06` or
/// `payg-2026-10`
/// @param region the tenancy's home region
/// @param pace emulated seconds per real second
/// @param wireFaults a file of faults at the wire
/// @param fullDomains by an availability domain's number, such as `AD-1`, or `*` for each: how many launches of A1
/// find
///     no room there, in this process
/// @param seed decides ids, delays and which availability domain has micro instances
public record LabSettings(
        Path folder,
        int portBase,
        String tenancy,
        String region,
        double pace,
        Optional<Path> wireFaults,
        long seed,
        Quirks quirks,
        Map<String, Integer> fullDomains) {
    private static final double DEFAULT_PACE = 20;

    public LabSettings {
        fullDomains = Map.copyOf(fullDomains);
    }

    public static LabSettings in(Path folder) {
        return new LabSettings(
                folder,
                0,
                "always-free-2021",
                "eu-frankfurt-1",
                DEFAULT_PACE,
                Optional.empty(),
                0,
                Quirks.NONE,
                Map.of());
    }

    public LabSettings withPortBase(int base) {
        return new LabSettings(folder, base, tenancy, region, pace, wireFaults, seed, quirks, fullDomains);
    }

    public LabSettings withTenancy(String allowance) {
        return new LabSettings(folder, portBase, allowance, region, pace, wireFaults, seed, quirks, fullDomains);
    }

    public LabSettings withRegion(String name) {
        return new LabSettings(folder, portBase, tenancy, name, pace, wireFaults, seed, quirks, fullDomains);
    }

    public LabSettings withPace(double emulatedPerReal) {
        return new LabSettings(
                folder, portBase, tenancy, region, emulatedPerReal, wireFaults, seed, quirks, fullDomains);
    }

    public LabSettings withWireFaults(Path file) {
        return new LabSettings(folder, portBase, tenancy, region, pace, Optional.of(file), seed, quirks, fullDomains);
    }

    public LabSettings withSeed(long number) {
        return new LabSettings(folder, portBase, tenancy, region, pace, wireFaults, number, quirks, fullDomains);
    }

    public LabSettings withQuirks(Quirks switches) {
        return new LabSettings(folder, portBase, tenancy, region, pace, wireFaults, seed, switches, fullDomains);
    }

    public LabSettings withFullDomains(Map<String, Integer> launchesRefused) {
        return new LabSettings(folder, portBase, tenancy, region, pace, wireFaults, seed, quirks, launchesRefused);
    }
}
