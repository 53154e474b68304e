package dev.freehold.domain.resource;

import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.OcidType;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.mark.TofuType;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.spec.ImagesSpec;
import java.util.List;
import java.util.Locale;

/// Disk images: built here, uploaded to Object Storage, imported as custom images and made bootable.
public sealed interface ImageResource extends Resource {

    @Override
    default Layer layer() {
        return Layer.IMAGES;
    }

    @Override
    default SystemName system() {
        return SystemName.OCI;
    }

    /// The processor an image is for, by Debian's names.
    enum Architecture {
        ARM64,
        AMD64;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which of the platform's images it is.
    enum Content {
        BASE,
        PROXMOX;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A disk image file that an [ImageUpload] can take. Once uploaded it is not needed any more, and neither
    /// is the upload once imported: what they were made of is among the settings of each that follows, so
    /// that other sources mean another image and a file lost does not.
    sealed interface ImageBuild extends ImageResource, Produces<ImageOutputs.DiskImage> {
        @Override
        default SystemName system() {
            return SystemName.BUILDER;
        }

        Architecture architecture();

        default Content content() {
            return switch (this) {
                case BaseImage _ -> Content.BASE;
                case ProxmoxImage _ -> Content.PROXMOX;
            };
        }

        /// The places that its packages come from, where they aren't the vendors' own.
        List<String> sources();

        /// The size of the file as stored, at most.
        Gigabytes size();
    }

    /// An image that an instance can be launched from.
    sealed interface Launchable extends ImageResource, Produces<OnOracle.Identified> {
        Content content();
    }

    /// The builder, started and proved able to build.
    @Takes(seconds = 300)
    record BuildPipeline(String name, ImagesSpec.Builder builder)
            implements ImageResource, Produces<ImageOutputs.Builder> {
        @Override
        public SystemName system() {
            return SystemName.BUILDER;
        }
    }

    /// Debian 12, hardened, with SSH, cloud-init and Tailscale.
    @Takes(seconds = 750)
    record BaseImage(
            String name,
            Architecture architecture,
            Gigabytes size,
            List<String> sources,
            @InPlace Ref<BuildPipeline> pipeline)
            implements ImageBuild {
        public BaseImage {
            sources = List.copyOf(sources);
        }
    }

    /// A base image with Proxmox VE and Ceph on it.
    @Takes(seconds = 1800)
    record ProxmoxImage(
            String name,
            Architecture architecture,
            Gigabytes size,
            List<String> sources,
            @InPlace Ref<BaseImage> base) implements ImageBuild {
        public ProxmoxImage {
            sources = List.copyOf(sources);
        }
    }

    /// The Object Storage bucket that images are uploaded to.
    @Takes(seconds = 30)
    record Bucket(
            String name,
            String region,
            Ref<SetupResource.Compartment> compartment,
            @InPlace Ref<SetupResource.QuotaPolicy> quota)
            implements ImageResource, Produces<ImageOutputs.BucketPlace> {
        @Override
        public List<Claim> claims() {
            return List.of(Claim.bucketName(name));
        }
    }

    /// An image file in the bucket, checked end to end.
    @Takes(seconds = 120)
    record ImageUpload(
            String name,
            Gigabytes size,
            List<String> sources,
            Ref<Bucket> bucket,
            @InPlace Ref<? extends ImageBuild> image)
            implements ImageResource, Counted, Produces<ImageOutputs.UploadedObject> {
        public ImageUpload {
            sources = List.copyOf(sources);
        }
    }

    /// An upload imported into Compute.
    @Takes(seconds = 270)
    @OcidType("image")
    @TofuType("oci_core_image")
    record CustomImage(
            String name,
            Content content,
            String region,
            Architecture architecture,
            List<String> sources,
            Ref<SetupResource.Compartment> compartment,
            @InPlace Ref<ImageUpload> upload)
            implements Launchable {
        public CustomImage {
            sources = List.copyOf(sources);
        }
    }

    /// The entry that lets a shape launch from an image; an import alone lists x86 shapes only.
    @Takes(seconds = 15)
    record ImageShapeEntry(String name, String shape, Ref<CustomImage> image)
            implements ImageResource, Produces<Outputs.None> {}

    /// The capability schema that makes an image boot by UEFI, which A1 needs.
    @Takes(seconds = 30)
    @OcidType("computeimagecapabilityschema")
    record ImageCapabilitySchema(String name, String firmware, Ref<CustomImage> image)
            implements ImageResource, Produces<OnOracle.Identified> {}

    /// A custom image that is in the tenancy already; Freehold finds it and never removes it.
    ///
    /// @param image its display name in the tenancy
    @Takes(seconds = 0)
    @OcidType("image")
    record PrebuiltImage(
            String name, Content content, String image, String region, Ref<SetupResource.Compartment> compartment)
            implements Launchable {

        /// What an import under `name` would have been called in the tenancy; so it is where no spec names
        /// it.
        public static String usualImage(String name) {
            return "freehold-" + name;
        }

        public boolean isUsual() {
            return image.equals(usualImage(name));
        }
    }
}
