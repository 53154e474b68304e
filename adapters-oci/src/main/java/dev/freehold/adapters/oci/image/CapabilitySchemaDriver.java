package dev.freehold.adapters.oci.image;

import com.oracle.bmc.core.model.ComputeImageCapabilitySchema;
import com.oracle.bmc.core.model.ComputeImageCapabilitySchemaSummary;
import com.oracle.bmc.core.model.CreateComputeImageCapabilitySchemaDetails;
import com.oracle.bmc.core.model.EnumStringImageCapabilitySchemaDescriptor;
import com.oracle.bmc.core.model.ImageCapabilitySchemaDescriptor;
import com.oracle.bmc.core.requests.CreateComputeImageCapabilitySchemaRequest;
import com.oracle.bmc.core.requests.DeleteComputeImageCapabilitySchemaRequest;
import com.oracle.bmc.core.requests.GetComputeImageCapabilitySchemaRequest;
import com.oracle.bmc.core.requests.ListComputeGlobalImageCapabilitySchemasRequest;
import com.oracle.bmc.core.requests.ListComputeImageCapabilitySchemasRequest;
import com.oracle.bmc.core.responses.ListComputeGlobalImageCapabilitySchemasResponse;
import com.oracle.bmc.core.responses.ListComputeImageCapabilitySchemasResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [ImageCapabilitySchema] on the Core API 20160918: what an image can do, which for A1 is to boot by UEFI alone.
/// An import boots by BIOS unless one of these says otherwise.
public final class CapabilitySchemaDriver implements KindDriver<ImageCapabilitySchema> {
    private static final String FIRMWARE = "Compute.Firmware";

    private final Tenancy tenancy;
    private final ComputeImages images;

    public CapabilitySchemaDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.images = new ComputeImages(tenancy.clients());
    }

    @Override
    public Optional<Found<ImageCapabilitySchema>> find(ImageCapabilitySchema wanted, Context context) {
        var image = tenancy.locations().ocid(wanted.image(), context);
        var compartment = image.flatMap(images::compartment);
        if (compartment.isEmpty()) {
            return Optional.empty(); // it goes with its image
        }
        return list(compartment.get(), image.get()).stream()
                .filter(one -> tenancy.ownership().is(wanted, one.getFreeformTags()))
                .map(one -> OciCalls.required("the OCID of a capability schema", one.getId()))
                .flatMap(ocid -> get(ocid).stream())
                .findFirst()
                .map(one -> found(one, wanted));
    }

    private static Found<ImageCapabilitySchema> found(
            ComputeImageCapabilitySchema there, ImageCapabilitySchema wanted) {
        var firmware = firmware(there.getSchemaData()).orElse("BIOS");
        return Found.ours(
                there.getId(),
                new ImageCapabilitySchema(wanted.name(), firmware, wanted.image()),
                new Identified(new Ocid(there.getId())),
                Ownership.token(there.getFreeformTags()));
    }

    /// What an image with this schema boots by; empty where it says nothing of it.
    static Optional<String> firmware(@Nullable Map<String, ImageCapabilitySchemaDescriptor> data) {
        return data != null && data.get(FIRMWARE) instanceof EnumStringImageCapabilitySchemaDescriptor choice
                ? Optional.ofNullable(choice.getDefaultValue())
                : Optional.empty();
    }

    /// What the image boots by, as far as one of its schemas says.
    public Optional<String> firmwareOf(String compartment, String image) {
        return list(compartment, image).stream()
                .flatMap(one -> get(one.getId()).stream())
                .flatMap(one -> firmware(one.getSchemaData()).stream())
                .findFirst();
    }

    /// @param image absent: those of every image
    private List<ComputeImageCapabilitySchemaSummary> list(String compartment, @Nullable String image) {
        return Pages.all(
                "ListComputeImageCapabilitySchemas",
                page -> tenancy.clients()
                        .compute()
                        .listComputeImageCapabilitySchemas(ListComputeImageCapabilitySchemasRequest.builder()
                                .compartmentId(compartment)
                                .imageId(image)
                                .page(page)
                                .build()),
                ListComputeImageCapabilitySchemasResponse::getItems,
                ListComputeImageCapabilitySchemasResponse::getOpcNextPage);
    }

    /// Empty once it is deleted, though it may still be listed. The list says nothing of life or data.
    private Optional<ComputeImageCapabilitySchema> get(String ocid) {
        return OciCalls.find(
                        "GetComputeImageCapabilitySchema",
                        () -> tenancy.clients()
                                .compute()
                                .getComputeImageCapabilitySchema(GetComputeImageCapabilitySchemaRequest.builder()
                                        .computeImageCapabilitySchemaId(ocid)
                                        .build())
                                .getComputeImageCapabilitySchema())
                .filter(one ->
                        Lifecycle.of("The capability schema " + ocid, one.getLifecycleState()) != Lifecycle.GONE);
    }

    @Override
    public void make(ImageCapabilitySchema wanted, Token token, Context context) throws InterruptedException {
        var image = tenancy.locations().requiredOcid(wanted.image(), context);
        var compartment = images.compartment(image)
                .orElseThrow(() -> new Declined(
                        Declined.Reason.ABSENT,
                        "NotAuthorizedOrNotFound",
                        "The image " + image + " of " + wanted.image().id() + " is gone. Plan with --refresh."));
        refuseClash(wanted, compartment, image);
        var firmware = EnumStringImageCapabilitySchemaDescriptor.builder()
                .source(ImageCapabilitySchemaDescriptor.Source.Image)
                .values(List.of(wanted.firmware()))
                .defaultValue(wanted.firmware())
                .build();
        var details = CreateComputeImageCapabilitySchemaDetails.builder()
                .compartmentId(compartment)
                .imageId(image)
                .displayName(wanted.name())
                .computeGlobalImageCapabilitySchemaVersionName(version())
                .schemaData(Map.of(FIRMWARE, firmware))
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        OciCalls.ask(
                "CreateComputeImageCapabilitySchema",
                () -> tenancy.clients()
                        .compute()
                        .createComputeImageCapabilitySchema(CreateComputeImageCapabilitySchemaRequest.builder()
                                .createComputeImageCapabilitySchemaDetails(details)
                                .opcRetryToken(token.text())
                                .build()));
        tenancy.waiting()
                .until(
                        context,
                        "capability schema " + wanted.name(),
                        () -> find(wanted, context)
                                .map(Waiting.Sight::there)
                                .orElseGet(() -> Waiting.Sight.yet("not shown yet")));
    }

    /// An image has one schema. OCI says `Conflict` of a second one, which it says of what passes as well.
    private void refuseClash(ImageCapabilitySchema wanted, String compartment, String image) {
        list(compartment, image).stream()
                .filter(one -> get(one.getId()).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new Declined(
                            Declined.Reason.NAME_TAKEN,
                            "Conflict",
                            "The image of " + wanted.id() + " has the capability schema " + other.getId()
                                    + " already, which Freehold did not make: it is left as it is. Remove it, then run"
                                    + " again.");
                });
    }

    /// The version of Oracle's own schema that ours is written against.
    private String version() {
        return Pages.all(
                        "ListComputeGlobalImageCapabilitySchemas",
                        page -> tenancy.clients()
                                .compute()
                                .listComputeGlobalImageCapabilitySchemas(
                                        ListComputeGlobalImageCapabilitySchemasRequest.builder()
                                                .page(page)
                                                .build()),
                        ListComputeGlobalImageCapabilitySchemasResponse::getItems,
                        ListComputeGlobalImageCapabilitySchemasResponse::getOpcNextPage)
                .stream()
                .map(schema -> OciCalls.required("the version of a capability schema", schema.getCurrentVersionName()))
                .findFirst()
                .orElseThrow(() -> new Unforeseen(
                        "Oracle Cloud lists no global capability schema, against which an image's own is written."));
    }

    @Override
    public void change(Found<ImageCapabilitySchema> there, ImageCapabilitySchema wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<ImageCapabilitySchema> there, ImageCapabilitySchema gone, Context context) {
        OciCalls.ask(
                "DeleteComputeImageCapabilitySchema",
                () -> tenancy.clients()
                        .compute()
                        .deleteComputeImageCapabilitySchema(DeleteComputeImageCapabilitySchemaRequest.builder()
                                .computeImageCapabilitySchemaId(there.handle())
                                .build()));
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tenancy.ownership()
                .items(
                        "image capability schema",
                        list(compartment, null).stream().map(CapabilitySchemaDriver::row)));
    }

    /// Those that are listed are there.
    private static CommonFields row(ComputeImageCapabilitySchemaSummary one) {
        return new CommonFields(one.getId(), one.getDisplayName(), null, one.getFreeformTags());
    }
}
