package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.model.Image;
import com.oracle.bmc.core.model.LaunchOptions;
import dev.freehold.adapters.oci.image.CapabilitySchemaDriver;
import dev.freehold.adapters.oci.image.ComputeImages;
import dev.freehold.adapters.oci.image.PrebuiltImageDriver;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.Kind;
import dev.freehold.ports.probe.ImageFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The custom images of a tenancy that machines of the platform launch from.
public final class ImageReading {
    private final Tenancy tenancy;
    private final ComputeImages images;
    private final CapabilitySchemaDriver schemas;

    public ImageReading(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.images = new ComputeImages(tenancy.clients());
        this.schemas = new CapabilitySchemaDriver(tenancy);
    }

    public Optional<ImageFacts> facts(List<PrebuiltImage> prebuilt) {
        var found = new ArrayList<ImageFacts.CustomImage>();
        var stored = BigDecimal.ZERO;
        var objects = new StoredObjects(tenancy);
        for (var compartment : new VisibleCompartments(tenancy).all()) {
            for (var image : images.in(compartment)) {
                var name = name(image, prebuilt);
                if (name.isPresent() && !Image.LifecycleState.Deleted.equals(image.getLifecycleState())) {
                    found.add(facts(name.get(), image));
                }
            }
            stored = stored.add(objects.ofOurs(compartment));
        }
        var size = new Gigabytes(stored.setScale(3, RoundingMode.HALF_UP));
        return found.isEmpty() ? Optional.empty() : Optional.of(new ImageFacts(found, size));
    }

    /// The blueprint's name for it; empty for others' images.
    private Optional<String> name(Image image, List<PrebuiltImage> prebuilt) {
        var kind = Kind.of(CustomImage.class).word();
        if (tenancy.ownership().isOurs(image.getFreeformTags())) {
            return Ownership.resource(image.getFreeformTags())
                    .filter(id -> id.kind().equals(kind))
                    .map(id -> id.name());
        }
        return prebuilt.stream()
                .filter(wanted -> PrebuiltImageDriver.isIt(wanted, image))
                .map(PrebuiltImage::name)
                .findFirst();
    }

    private ImageFacts.CustomImage facts(String name, Image image) {
        var ocid = OciCalls.required("the OCID of the image " + name, image.getId());
        var compartment = OciCalls.required("the compartment of the image " + ocid, image.getCompartmentId());
        return new ImageFacts.CustomImage(
                name,
                Lifecycle.word("The image " + ocid, image.getLifecycleState()),
                images.shapes(ocid),
                schemas.firmwareOf(compartment, ocid).orElseGet(() -> firmware(image.getLaunchOptions())));
    }

    /// An import boots by BIOS unless something says otherwise.
    private static String firmware(@Nullable LaunchOptions options) {
        var firmware = options == null ? null : options.getFirmware();
        return firmware == null || firmware.getValue() == null ? "BIOS" : firmware.getValue();
    }
}
