package dev.freehold.adapters.oci.storage;

import static dev.freehold.ports.driver.Calls.standing;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Image files, and what the resources around them have come to have.
final class Images {
    static final Ownership OWNERSHIP = new Ownership("homelab");
    static final Ref<Compartment> COMPARTMENT = new Ref<>(ResourceId.of(Phase.SETUP, "compartment", "homelab"));
    static final Ref<QuotaPolicy> QUOTA = new Ref<>(ResourceId.of(Phase.SETUP, "quota-policy", "homelab"));
    static final Ref<QuotaPolicy> OTHER_QUOTA = new Ref<>(ResourceId.of(Phase.SETUP, "quota-policy", "other"));
    static final Ref<BaseImage> IMAGE = new Ref<>(ResourceId.of(Phase.IMAGES, "base-image", "base"));
    static final Ref<BaseImage> OTHER_IMAGE = new Ref<>(ResourceId.of(Phase.IMAGES, "base-image", "other"));

    private Images() {}

    static Bucket bucket(String name) {
        return new Bucket(name, "eu-frankfurt-1", COMPARTMENT, QUOTA);
    }

    static ImageUpload upload(Bucket bucket) {
        return new ImageUpload("base", new Gigabytes(BigDecimal.ONE), List.of(), Ref.to(bucket), IMAGE);
    }

    /// A file of bytes that a seed decides.
    static Path file(Path folder, long seed, int size) {
        try {
            var bytes = new byte[size];
            new Random(seed).nextBytes(bytes);
            return Files.write(folder.resolve("image-" + seed + "-" + size + ".qcow2"), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static DiskImage built(Path file) {
        try {
            return new DiskImage(
                    "mmdebstrap",
                    new FilePath(file.toString()),
                    "qcow2",
                    0,
                    new Sha256(sha256(file)),
                    Files.size(file),
                    1L << 30);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What a driver is given where the compartment, the bucket and a built file stand.
    static Context context(Timeline timeline, String compartment, Bucket bucket, Path file) {
        var standing = new HashMap<ResourceId, Outputs>();
        standing.put(COMPARTMENT.id(), new Identified(new Ocid(compartment)));
        standing.put(bucket.id(), new BucketPlace(bucket.name(), "lab"));
        standing.put(IMAGE.id(), built(file));
        standing.put(OTHER_IMAGE.id(), built(file));
        return new Context(
                standing(standing::get),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofHours(1)));
    }
}
