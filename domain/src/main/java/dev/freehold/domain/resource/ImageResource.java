package dev.freehold.domain.resource;

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

    /// A disk image file that an [ImageUpload] can take. Once uploaded it is not needed any more, and neither
    /// is the upload once imported: what they were made of is among the settings of each that follows, so
    /// that other sources mean another image and a file lost does not.
    sealed interface ImageBuild extends ImageResource {
        @Override
        default SystemName system() {
            return SystemName.BUILDER;
        }

        Architecture architecture();

        /// Which of the platform's images it is: `base` or `proxmox`.
        default String image() {
            return switch (this) {
                case BaseImage _ -> "base";
                case ProxmoxImage _ -> "proxmox";
            };
        }

        /// The places that its packages come from, where they aren't the vendors' own.
        List<String> sources();

        /// The size of the file as stored, at most.
        Gigabytes size();
    }

    /// An image that an instance can be launched from.
    sealed interface Launchable extends ImageResource {}

    /// The builder, started and proved able to build.
    record BuildPipeline(String name, ImagesSpec.Builder builder) implements ImageResource {
        @Override
        public SystemName system() {
            return SystemName.BUILDER;
        }
    }

    /// Debian 12, hardened, with SSH, cloud-init and Tailscale.
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
    record Bucket(
            String name,
            String region,
            Ref<SetupResource.Compartment> compartment,
            @InPlace Ref<SetupResource.QuotaPolicy> quota)
            implements ImageResource {}

    /// An image file in the bucket, checked end to end.
    record ImageUpload(
            String name,
            Gigabytes size,
            List<String> sources,
            Ref<Bucket> bucket,
            @InPlace Ref<? extends ImageBuild> image)
            implements ImageResource {
        public ImageUpload {
            sources = List.copyOf(sources);
        }
    }

    /// An upload imported into Compute.
    record CustomImage(
            String name,
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
    record ImageShapeEntry(String name, String shape, Ref<CustomImage> image) implements ImageResource {}

    /// The capability schema that makes an image boot by UEFI, which A1 needs.
    record ImageCapabilitySchema(String name, String firmware, Ref<CustomImage> image) implements ImageResource {}

    /// A custom image that is in the tenancy already; Freehold finds it and never removes it.
    ///
    /// @param image its display name in the tenancy
    record PrebuiltImage(String name, String image, String region, Ref<SetupResource.Compartment> compartment)
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
