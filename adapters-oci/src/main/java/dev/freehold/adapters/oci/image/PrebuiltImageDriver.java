package dev.freehold.adapters.oci.image;

import com.oracle.bmc.core.model.Image;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// [PrebuiltImage]: an image that is in the tenancy already, in the platform's compartment or in the tenancy's
/// root, by its display name or by a tag. It is found, and never made, changed or removed.
public final class PrebuiltImageDriver implements KindDriver<PrebuiltImage> {
    /// The tag by which an image of another display name can say that it is one.
    static final String TAG = "freehold-image";

    private final Tenancy tenancy;
    private final ComputeImages images;

    public PrebuiltImageDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.images = new ComputeImages(tenancy.clients());
    }

    @Override
    public Optional<Found<PrebuiltImage>> find(PrebuiltImage wanted, Context context) {
        return compartments(wanted, context).stream()
                .flatMap(compartment -> images.in(compartment).stream())
                .filter(image -> Image.LifecycleState.Available.equals(image.getLifecycleState()))
                .filter(image -> isIt(wanted, image))
                .max(Comparator.comparing(Image::getTimeCreated, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(image -> OciCalls.required("the OCID of the image " + wanted.image(), image.getId()))
                .map(ocid -> Found.adopted(ocid, wanted, new Identified(new Ocid(ocid))));
    }

    private List<String> compartments(PrebuiltImage wanted, Context context) {
        var compartments = new ArrayList<String>();
        tenancy.locations().compartment(wanted.compartment(), context).ifPresent(compartments::add);
        var root = tenancy.clients().access().tenancy();
        if (!compartments.contains(root)) {
            compartments.add(root);
        }
        return compartments;
    }

    public static boolean isIt(PrebuiltImage wanted, Image image) {
        Map<String, String> tags = Objects.requireNonNullElse(image.getFreeformTags(), Map.of());
        return wanted.image().equals(image.getDisplayName()) || wanted.image().equals(tags.get(TAG));
    }

    @Override
    public void make(PrebuiltImage wanted, Token token, Context context) {
        throw new Declined(
                Declined.Reason.ABSENT,
                "NotAuthorizedOrNotFound",
                "No available image named " + wanted.image() + ", or with the tag " + TAG + "=" + wanted.image()
                        + ", is in the platform's compartment or in the tenancy's root. Import it there, name another"
                        + " in images.prebuilt, or have it built: leave --prebuilt-images out.");
    }

    @Override
    public void change(Found<PrebuiltImage> there, PrebuiltImage wanted, Context context) {
        throw new IllegalStateException(wanted.id() + " is nobody's to change. This is a bug in Freehold.");
    }

    @Override
    public void remove(Found<PrebuiltImage> there, PrebuiltImage gone, Context context) {
        // It was there before Freehold.
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("somebody else made it, and it bears no tags of ours");
    }
}
