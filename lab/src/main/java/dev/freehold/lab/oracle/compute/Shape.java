package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A sort of machine. Figures are Oracle's, from its page "Compute Shapes" and the shapes API.
///
/// @param limits family in the names of its limits, such as `standard-a1`
/// @param billing ALWAYS_FREE, LIMITED_FREE or PAID
public record Shape(String name, String limits, String billing, Sizes sizes, Processor processor) {
    /// GB, of a flexible one.
    public static final int MOST_MEMORY_PER_OCPU = 64;

    static final Shape A1_FLEX = new Shape(
            "VM.Standard.A1.Flex",
            "standard-a1",
            "LIMITED_FREE",
            Sizes.flexible(80, 6, 512),
            new Processor(Architecture.ARM, "3.0 GHz Ampere\u00ae Altra\u2122", 1));
    static final Shape E2_MICRO = new Shape(
            "VM.Standard.E2.1.Micro",
            "standard-e2-micro",
            "ALWAYS_FREE",
            Sizes.fixed(1),
            new Processor(Architecture.X86, "2.0 GHz AMD EPYC\u2122 7551 (Naples)", 0.48));
    static final Shape E4_FLEX = new Shape(
            "VM.Standard.E4.Flex",
            "standard-e4",
            "PAID",
            Sizes.flexible(64, 16, 1024),
            new Processor(Architecture.X86, "2.55 GHz AMD EPYC\u2122 7J13 (Milan)", 1));

    static final List<Shape> ALL = List.of(A1_FLEX, E2_MICRO, E4_FLEX);

    public static Optional<Shape> named(String name) {
        return ALL.stream().filter(shape -> shape.name().equals(name)).findFirst();
    }

    public boolean isArm() {
        return processor.architecture() == Architecture.ARM;
    }

    /// Which sizes it comes in.
    ///
    /// @param mostOcpus 1 for one that is not flexible
    /// @param memoryPerOcpu GB that an OCPU gets where nothing is said
    /// @param mostMemory GB
    public record Sizes(boolean isFlexible, int mostOcpus, int memoryPerOcpu, int mostMemory) {
        static Sizes flexible(int mostOcpus, int memoryPerOcpu, int mostMemory) {
            return new Sizes(true, mostOcpus, memoryPerOcpu, mostMemory);
        }

        /// One OCPU.
        static Sizes fixed(int memory) {
            return new Sizes(false, 1, memory, memory);
        }
    }

    /// What computes in it.
    ///
    /// @param description as `shapeConfig` has it
    /// @param gbps bandwidth of an OCPU
    public record Processor(Architecture architecture, String description, double gbps) {}

    /// OCPUs and GB of one machine.
    record Size(int ocpus, int memory) {}

    /// What a launch or an update asks for, as OCI would make it.
    ///
    /// @param wanted `shapeConfig` of the request; missing in it is what shall have the usual value
    /// @param share GB per OCPU that the tenancy gets whatever it asks for; 0 if it gets what it asks for
    /// @throws Refusal if no such size can be had
    Size size(JsonNode wanted, int share) {
        if (!sizes.isFlexible()) {
            return new Size(1, sizes.memoryPerOcpu());
        }
        var ocpus = wanted.path("ocpus").asDouble(0);
        if (ocpus <= 0) {
            throw Refusal.missing("shapeConfig.ocpus");
        }
        if (ocpus != Math.rint(ocpus) || ocpus > sizes.mostOcpus()) {
            throw Refusal.invalid(
                    "The shape " + name + " takes whole OCPUs from 1 to " + sizes.mostOcpus() + ", not " + ocpus);
        }
        var memory = wanted.path("memoryInGBs").asDouble(ocpus * sizes.memoryPerOcpu());
        if (memory < ocpus
                || memory > Math.min(sizes.mostMemory(), ocpus * MOST_MEMORY_PER_OCPU)
                || memory != Math.rint(memory)) {
            throw Refusal.invalid("The shape " + name + " takes whole GB of memory from 1 to " + MOST_MEMORY_PER_OCPU
                    + " per OCPU, not " + memory + " for " + ocpus);
        }
        return new Size((int) ocpus, isArm() && share > 0 ? ((int) ocpus) * share : (int) memory);
    }

    ObjectNode config(Size size) {
        return Json.object()
                .put("ocpus", (double) size.ocpus())
                .put("vcpus", isArm() ? size.ocpus() : size.ocpus() * 2)
                .put("memoryInGBs", (double) size.memory())
                .put("processorDescription", processor.description())
                .put("networkingBandwidthInGbps", processor.gbps() * size.ocpus())
                .put("maxVnicAttachments", maxVnics(size.ocpus()))
                .put("gpus", 0)
                .put("localDisks", 0);
    }

    int maxVnics(int ocpus) {
        return sizes.isFlexible() ? Math.max(2, Math.min(ocpus, 24)) : 1;
    }

    /// What one of this size takes of the limits, which are also the quotas, by their names.
    Map<String, Long> claims(Size size) {
        var claims = new LinkedHashMap<String, Long>();
        claims.put(limits + "-core-count", (long) size.ocpus());
        if (sizes.isFlexible()) {
            claims.put(limits + "-memory-count", (long) size.memory());
        }
        if (equals(A1_FLEX)) {
            claims.put(limits + "-core-regional-count", (long) size.ocpus());
            claims.put(limits + "-memory-regional-count", (long) size.memory());
        }
        return claims;
    }

    /// As the shapes API shows it.
    ObjectNode shown() {
        var shown = config(new Size(1, sizes.memoryPerOcpu()))
                .put("shape", name)
                .put("isFlexible", sizes.isFlexible())
                .put("billingType", billing)
                .put("isBilledForStoppedInstance", false)
                .put("isLiveMigrationSupported", false);
        shown.set("quotaNames", Json.strings(claims(new Size(1, 1)).keySet()));
        if (sizes.isFlexible()) {
            shown.putObject("ocpuOptions").put("min", 1.0).put("max", (double) sizes.mostOcpus());
            shown.putObject("memoryOptions")
                    .put("minInGBs", 1.0)
                    .put("maxInGBs", (double) sizes.mostMemory())
                    .put("minPerOcpuInGBs", 1.0)
                    .put("maxPerOcpuInGBs", (double) MOST_MEMORY_PER_OCPU)
                    .put("defaultPerOcpuInGBs", (double) sizes.memoryPerOcpu());
        }
        return shown;
    }
}
