package dev.freehold.adapters.oci.image;

import com.oracle.bmc.core.model.AddImageShapeCompatibilityEntryDetails;
import com.oracle.bmc.core.requests.AddImageShapeCompatibilityEntryRequest;
import com.oracle.bmc.core.requests.RemoveImageShapeCompatibilityEntryRequest;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.Optional;

/// [ImageShapeEntry] on the Core API 20160918: part of its image, without a name, tags or a life of its own.
public final class ImageShapeEntryDriver implements KindDriver<ImageShapeEntry> {
    private final Tenancy tenancy;
    private final ComputeImages images;

    public ImageShapeEntryDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.images = new ComputeImages(tenancy.clients());
    }

    @Override
    public Optional<Found<ImageShapeEntry>> find(ImageShapeEntry wanted, Context context) {
        return tenancy.locations()
                .ocid(wanted.image(), context)
                .filter(image -> images.shapes(image).contains(wanted.shape()))
                .map(image -> Found.ours(image, wanted, Outputs.NONE, Optional.empty()));
    }

    /// A PUT: what it is asked twice is there once.
    @Override
    public void make(ImageShapeEntry wanted, Token token, Context context) {
        var image = tenancy.locations().requiredOcid(wanted.image(), context);
        OciCalls.ask(
                "AddImageShapeCompatibilityEntry",
                () -> tenancy.clients()
                        .compute()
                        .addImageShapeCompatibilityEntry(AddImageShapeCompatibilityEntryRequest.builder()
                                .imageId(image)
                                .shapeName(wanted.shape())
                                .addImageShapeCompatibilityEntryDetails(AddImageShapeCompatibilityEntryDetails.builder()
                                        .build())
                                .build()));
    }

    @Override
    public void change(Found<ImageShapeEntry> there, ImageShapeEntry wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<ImageShapeEntry> there, ImageShapeEntry gone, Context context) {
        OciCalls.ask(
                "RemoveImageShapeCompatibilityEntry",
                () -> tenancy.clients()
                        .compute()
                        .removeImageShapeCompatibilityEntry(RemoveImageShapeCompatibilityEntryRequest.builder()
                                .imageId(there.handle())
                                .shapeName(gone.shape())
                                .build()));
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it is part of its image, which is listed, and goes with it");
    }
}
