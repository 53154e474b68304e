package dev.freehold.adapters.oci.image;

import com.oracle.bmc.core.model.Image;
import com.oracle.bmc.core.requests.GetImageRequest;
import com.oracle.bmc.core.requests.ListImageShapeCompatibilityEntriesRequest;
import com.oracle.bmc.core.requests.ListImagesRequest;
import com.oracle.bmc.core.responses.ListImageShapeCompatibilityEntriesResponse;
import com.oracle.bmc.core.responses.ListImagesResponse;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import java.util.List;
import java.util.Optional;

/// The images of a compartment as Compute lists them; Oracle's own are among them, without a compartment.
public final class ComputeImages {
    private final OciClients clients;

    public ComputeImages(OciClients clients) {
        this.clients = clients;
    }

    /// Those that somebody brought here, oldest or newest first as Oracle has it.
    public List<Image> in(String compartment) {
        return Pages.all(
                        "ListImages",
                        page -> clients.compute()
                                .listImages(ListImagesRequest.builder()
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build()),
                        ListImagesResponse::getItems,
                        ListImagesResponse::getOpcNextPage)
                .stream()
                .filter(image -> image.getCompartmentId() != null)
                .toList();
    }

    Image get(String ocid) {
        return clients.compute()
                .getImage(GetImageRequest.builder().imageId(ocid).build())
                .getImage();
    }

    /// The shapes that may launch from it; empty too where it is gone.
    public List<String> shapes(String ocid) {
        return OciCalls.find(
                        "ListImageShapeCompatibilityEntries",
                        () -> Pages.all(
                                "ListImageShapeCompatibilityEntries",
                                page -> clients.compute()
                                        .listImageShapeCompatibilityEntries(
                                                ListImageShapeCompatibilityEntriesRequest.builder()
                                                        .imageId(ocid)
                                                        .page(page)
                                                        .build()),
                                ListImageShapeCompatibilityEntriesResponse::getItems,
                                ListImageShapeCompatibilityEntriesResponse::getOpcNextPage))
                .map(entries -> entries.stream()
                        .map(entry -> OciCalls.required("the shape of an entry of " + ocid, entry.getShape()))
                        .toList())
                .orElse(List.of());
    }

    /// Empty where the image is gone.
    Optional<String> compartment(String ocid) {
        return OciCalls.find("GetImage", () -> get(ocid))
                .filter(image -> !Image.LifecycleState.Deleted.equals(image.getLifecycleState()))
                .map(image -> OciCalls.required("the compartment of the image " + ocid, image.getCompartmentId()));
    }
}
