package dev.freehold.adapters.oci.image;

import com.oracle.bmc.core.model.CreateImageDetails;
import com.oracle.bmc.core.model.Image;
import com.oracle.bmc.core.model.ImageSourceDetails.SourceImageType;
import com.oracle.bmc.core.model.ImageSourceViaObjectStorageTupleDetails;
import com.oracle.bmc.core.requests.CreateImageRequest;
import com.oracle.bmc.core.requests.DeleteImageRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.FailedWork;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.time.Duration;
import java.util.Optional;

/// [CustomImage] on the Core API 20160918 (CreateImage, ListImages, GetImage, DeleteImage): an object of Object
/// Storage that Oracle converts, usually in 5 to 20 minutes. Why it did not is in its work request.
public final class CustomImageDriver implements KindDriver<CustomImage> {
    /// Others' imports have been seen to take most of an hour.
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final Tenancy tenancy;
    private final ComputeImages images;
    private final TaggedResources<Image> tagged;
    private final FailedWork failedWork;

    public CustomImageDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.images = new ComputeImages(tenancy.clients());
        this.tagged = new TaggedResources<>(
                "image",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
        this.failedWork = new FailedWork(tenancy.clients());
    }

    @Override
    public Optional<Found<CustomImage>> find(CustomImage wanted, Context context) throws InterruptedException {
        var compartment = tenancy.locations().compartment(wanted.compartment(), context);
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        return tagged.find(wanted, within(context), () -> images.in(compartment.get()))
                .map(image -> Found.ours(
                        tagged.ocid(image),
                        wanted,
                        new Identified(new Ocid(tagged.ocid(image))),
                        Ownership.token(image.getFreeformTags())));
    }

    @Override
    public void make(CustomImage wanted, Token token, Context context) throws InterruptedException {
        var compartment = tenancy.locations().requiredCompartment(wanted.compartment(), context);
        var name = PrebuiltImage.usualImage(wanted.name());
        tagged.refuseClash(wanted, name, images.in(compartment));
        var object = StoredObject.of(wanted.upload(), context);
        var details = CreateImageDetails.builder()
                .compartmentId(compartment)
                .displayName(name)
                .launchMode(CreateImageDetails.LaunchMode.Paravirtualized)
                .imageSourceDetails(ImageSourceViaObjectStorageTupleDetails.builder()
                        .namespaceName(object.namespace())
                        .bucketName(object.bucket())
                        .objectName(object.name())
                        .operatingSystem("Debian")
                        .sourceImageType(object.name().endsWith(".vmdk") ? SourceImageType.Vmdk : SourceImageType.Qcow2)
                        .build())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        var made = OciCalls.ask(
                "CreateImage",
                () -> tenancy.clients()
                        .compute()
                        .createImage(CreateImageRequest.builder()
                                .createImageDetails(details)
                                .opcRetryToken(token.text())
                                .build())
                        .getImage());
        var ocid = tagged.ocid(OciCalls.required("the image that it began to import", made));
        try {
            tagged.ready(wanted, within(context), () -> images.get(ocid));
        } catch (Declined declined) {
            throw failedWork.explain(declined, "The import of " + object.name(), ocid, compartment);
        }
    }

    private static Context within(Context context) {
        var latest = context.timeline().now().plus(LONGEST);
        return latest.isBefore(context.deadline()) ? context.until(latest) : context;
    }

    @Override
    public void change(Found<CustomImage> there, CustomImage wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    /// Machines that were launched from it go on.
    @Override
    public void remove(Found<CustomImage> there, CustomImage gone, Context context) throws InterruptedException {
        OciCalls.find(
                "DeleteImage",
                () -> tenancy.clients()
                        .compute()
                        .deleteImage(DeleteImageRequest.builder()
                                .imageId(there.handle())
                                .build()));
        tagged.gone(gone, context, () -> images.get(there.handle()));
    }

    /// The upload that an image is made of.
    private record StoredObject(String namespace, String bucket, String name) {
        static StoredObject of(Ref<ImageUpload> upload, Context context) {
            var object = context.outputsOf(upload).orElseThrow(() -> ResourceLocations.notYet(upload));
            var bucket = context.node(upload)
                    .flatMap(there -> context.outputsOf(there.bucket()))
                    .orElseThrow(() -> ResourceLocations.notYet(upload));
            return new StoredObject(bucket.namespace(), bucket.bucket(), object.object());
        }
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tagged.ours(images.in(compartment)));
    }
}
