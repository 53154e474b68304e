package dev.freehold.adapters.oci;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.PollingPace;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/// Uploads one file as the images phase does, and says how long that took and how much heap. Started by
/// `benchmarks/run upload`.
final class UploadBenchmark {
    private UploadBenchmark() {}

    /// @param args the endpoint, the OCI configuration file, the compartment, the bucket, the file, its SHA-256
    public static void main(String[] args) throws Exception {
        var profile = OciProfile.of(Path.of(args[1]), "DEFAULT").withEndpoint(URI.create(args[0]));
        var compartment = ResourceId.of(Phase.SETUP, "compartment", "benchmark");
        var image = ResourceId.of(Phase.IMAGES, "base-image", "benchmark");
        var bucket = new Bucket(
                args[3],
                "eu-frankfurt-1",
                new Ref<>(compartment),
                new Ref<>(ResourceId.of(Phase.SETUP, "quota", "none")));
        var upload = new ImageUpload(
                "benchmark", new Gigabytes(BigDecimal.TWO), List.of(), Ref.to(bucket), new Ref<>(image));
        var standing = new HashMap<ResourceId, Outputs>();
        standing.put(compartment, new Identified(new Ocid(args[2])));
        standing.put(bucket.id(), new BucketPlace(bucket.name(), "lab"));
        standing.put(
                image,
                new DiskImage(
                        "mmdebstrap",
                        new FilePath(args[4]),
                        "qcow2",
                        0,
                        new Sha256(args[5]),
                        Files.size(Path.of(args[4])),
                        1L << 30));
        var timeline = new SystemTimeline();
        var context = new Context(
                Calls.standing(standing::get),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofHours(1)));
        try (var cloud = new OciCloud(profile, "benchmark", PollingPace.LAB)) {
            Calls.created(cloud.drivers().of(bucket).create(bucket, new Token("bucket"), context));
            var began = timeline.now();
            Calls.created(cloud.drivers().of(upload).create(upload, new Token("upload"), context));
            var took = Duration.between(began, timeline.now());
            System.out.printf("{\"seconds\": %.2f, \"peakHeapMiB\": %d}%n", took.toMillis() / 1000.0, peakHeap() >> 20);
        }
    }

    /// Of each pool its own peak: an upper bound of what was ever in use at once.
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
