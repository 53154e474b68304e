package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.BootVolumeAttachment;
import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.Vnic;
import com.oracle.bmc.core.model.VnicAttachment;
import com.oracle.bmc.core.requests.GetBootVolumeRequest;
import com.oracle.bmc.core.requests.GetVnicRequest;
import com.oracle.bmc.core.requests.ListBootVolumeAttachmentsRequest;
import com.oracle.bmc.core.requests.ListVnicAttachmentsRequest;
import com.oracle.bmc.core.responses.ListBootVolumeAttachmentsResponse;
import com.oracle.bmc.core.responses.ListVnicAttachmentsResponse;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.ports.driver.Unforeseen;
import java.math.BigDecimal;
import java.util.Optional;

/// What OCI has of a machine beside the instance itself, which names neither addresses nor boot volume.
public final class InstanceView {
    private final OciClients clients;

    public InstanceView(OciClients clients) {
        this.clients = clients;
    }

    /// The primary network card; empty while it is not attached yet, which may come after RUNNING.
    public Optional<Vnic> primaryVnic(Instance instance) {
        var attached = Pages.all(
                        "ListVnicAttachments",
                        page -> clients.compute()
                                .listVnicAttachments(ListVnicAttachmentsRequest.builder()
                                        .compartmentId(instance.getCompartmentId())
                                        .instanceId(instance.getId())
                                        .page(page)
                                        .build()),
                        ListVnicAttachmentsResponse::getItems,
                        ListVnicAttachmentsResponse::getOpcNextPage)
                .stream()
                .filter(one -> VnicAttachment.LifecycleState.Attached.equals(one.getLifecycleState()))
                .toList();
        for (var one : attached) {
            var ocid = OciCalls.required("the VNIC of an attachment", one.getVnicId());
            var vnic = OciCalls.find(
                    "GetVnic",
                    () -> clients.network()
                            .getVnic(GetVnicRequest.builder().vnicId(ocid).build())
                            .getVnic());
            // The only one is the primary, whether it says so or not.
            if (vnic.isPresent()
                    && (attached.size() == 1 || Boolean.TRUE.equals(vnic.get().getIsPrimary()))) {
                return vnic;
            }
        }
        return Optional.empty();
    }

    /// Empty where none is attached.
    public Optional<Gigabytes> bootVolume(Instance instance) {
        return Pages.all(
                        "ListBootVolumeAttachments",
                        page -> clients.compute()
                                .listBootVolumeAttachments(ListBootVolumeAttachmentsRequest.builder()
                                        .availabilityDomain(instance.getAvailabilityDomain())
                                        .compartmentId(instance.getCompartmentId())
                                        .instanceId(instance.getId())
                                        .page(page)
                                        .build()),
                        ListBootVolumeAttachmentsResponse::getItems,
                        ListBootVolumeAttachmentsResponse::getOpcNextPage)
                .stream()
                .filter(one -> BootVolumeAttachment.LifecycleState.Attached.equals(one.getLifecycleState()))
                .findFirst()
                .flatMap(one -> OciCalls.find(
                        "GetBootVolume",
                        () -> clients.blockVolumes()
                                .getBootVolume(GetBootVolumeRequest.builder()
                                        .bootVolumeId(one.getBootVolumeId())
                                        .build())
                                .getBootVolume()))
                .map(volume -> Gigabytes.of(
                        OciCalls.required("the size of the boot volume " + volume.getId(), volume.getSizeInGBs())));
    }

    public static Ocpus ocpus(Instance instance) {
        return new Ocpus(exact(
                "the OCPUs in the shapeConfig of " + instance.getId(),
                config(instance).getOcpus()));
    }

    public static Gigabytes memory(Instance instance) {
        return new Gigabytes(exact(
                "the memory in the shapeConfig of " + instance.getId(),
                config(instance).getMemoryInGBs()));
    }

    private static com.oracle.bmc.core.model.InstanceShapeConfig config(Instance instance) {
        return OciCalls.required("the shapeConfig of the instance " + instance.getId(), instance.getShapeConfig());
    }

    /// The shortest decimal that reads back as the same float: 1.5 and not what binary makes of it.
    private static BigDecimal exact(String what, Float number) {
        try {
            var plain = new BigDecimal(OciCalls.required(what, number).toString()).stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        } catch (NumberFormatException notFinite) {
            throw new Unforeseen("Oracle Cloud answered with " + number + " as " + what + ".");
        }
    }
}
