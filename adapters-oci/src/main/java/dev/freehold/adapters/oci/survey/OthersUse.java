package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.model.BootVolume;
import com.oracle.bmc.core.model.BootVolumeAttachment;
import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.Volume;
import com.oracle.bmc.core.requests.ListBootVolumeAttachmentsRequest;
import com.oracle.bmc.core.requests.ListBootVolumesRequest;
import com.oracle.bmc.core.requests.ListVolumesRequest;
import com.oracle.bmc.core.responses.ListBootVolumeAttachmentsResponse;
import com.oracle.bmc.core.responses.ListBootVolumesResponse;
import com.oracle.bmc.core.responses.ListVolumesResponse;
import com.oracle.bmc.http.internal.BmcEnum;
import dev.freehold.adapters.oci.compute.InstanceView;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.skeleton.Declined;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What stands in the tenancy, in whatever compartment, of which our tags don't say that it is this platform's.
/// What can't be seen for want of a right is not counted.
final class OthersUse {
    private final Tenancy tenancy;

    OthersUse(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// One question a thing and compartment; what they give together is the use.
    ///
    /// @param balancers whether load balancers matter
    List<Callable<Usage>> questions(List<String> compartments, boolean balancers) {
        var questions = new ArrayList<Callable<Usage>>();
        var stored = new StoredObjects(tenancy);
        for (var compartment : compartments) {
            questions.add(() -> asFarAsSeen(() -> machines(compartment)));
            questions.add(() -> asFarAsSeen(() -> volumes(compartment)));
            questions.add(() -> asFarAsSeen(() -> networks(compartment)));
            questions.add(() -> asFarAsSeen(() -> addresses(compartment)));
            questions.add(() -> asFarAsSeen(() -> stored.ofOthers(compartment)));
            if (balancers) {
                questions.add(() -> asFarAsSeen(() -> balancers(compartment)));
            }
        }
        return questions;
    }

    private static Usage asFarAsSeen(Supplier<Usage> question) {
        try {
            return question.get();
        } catch (Declined declined) {
            if (declined.reason() == Declined.Reason.ABSENT || declined.code().equals("NotAuthorized")) {
                return Usage.NONE;
            }
            throw declined;
        }
    }

    private boolean isOthers(@Nullable Map<String, String> tags, @Nullable BmcEnum state, String what) {
        if (tenancy.ownership().isOurs(tags)) {
            return false;
        }
        var word = Lifecycle.word(what, state);
        return !word.equals("TERMINATED") && !word.equals("TERMINATING") && !word.equals("DELETED");
    }

    private Usage machines(String compartment) {
        var all = instances(compartment);
        var sum = all.stream()
                .filter(one -> isOthers(one.getFreeformTags(), one.getLifecycleState(), "The instance " + one.getId()))
                .map(OthersUse::of)
                .reduce(Usage.NONE, Usage::plus);
        return sum.plus(bootVolumes(compartment, all));
    }

    private static Usage of(Instance one) {
        if (Shape.E2_1_MICRO.oci().equals(one.getShape())) {
            return Usage.of(LimitRule.MICRO_INSTANCES, BigDecimal.ONE);
        }
        if (!Shape.A1_FLEX.oci().equals(one.getShape())) {
            return Usage.NONE; // nothing free, and no part of what is
        }
        return Usage.of(LimitRule.A1_INSTANCES, BigDecimal.ONE)
                .plus(Usage.of(LimitRule.A1_OCPUS, InstanceView.ocpus(one).count()))
                .plus(Usage.of(LimitRule.A1_MEMORY, InstanceView.memory(one).count()));
    }

    private List<Instance> instances(String compartment) {
        return tenancy.lists().instances(compartment);
    }

    /// A boot volume bears no tags of the instance that it was made for, so ours are those that ours are
    /// attached to.
    private Usage bootVolumes(String compartment, List<Instance> all) {
        var ours = ourBootVolumes(compartment, all);
        return Pages.all(
                        "ListBootVolumes",
                        page -> tenancy.clients()
                                .blockVolumes()
                                .listBootVolumes(ListBootVolumesRequest.builder()
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build()),
                        ListBootVolumesResponse::getItems,
                        ListBootVolumesResponse::getOpcNextPage)
                .stream()
                .filter(one -> !ours.contains(one.getId()))
                .filter(one ->
                        isOthers(one.getFreeformTags(), one.getLifecycleState(), "The boot volume " + one.getId()))
                .map(BootVolume::getSizeInGBs)
                .map(OthersUse::gigabytes)
                .reduce(Usage.NONE, Usage::plus);
    }

    private Set<String> ourBootVolumes(String compartment, List<Instance> all) {
        var instances = new HashSet<String>();
        var domains = new HashSet<String>();
        for (var one : all) {
            if (tenancy.ownership().isOurs(one.getFreeformTags())) {
                instances.add(one.getId());
                domains.add(one.getAvailabilityDomain());
            }
        }
        var volumes = new HashSet<String>();
        for (var domain : domains) {
            attachments(compartment, domain).stream()
                    .filter(one -> instances.contains(one.getInstanceId()))
                    .map(BootVolumeAttachment::getBootVolumeId)
                    .forEach(volumes::add);
        }
        return volumes;
    }

    private List<BootVolumeAttachment> attachments(String compartment, String domain) {
        return Pages.all(
                "ListBootVolumeAttachments",
                page -> tenancy.clients()
                        .compute()
                        .listBootVolumeAttachments(ListBootVolumeAttachmentsRequest.builder()
                                .availabilityDomain(domain)
                                .compartmentId(compartment)
                                .page(page)
                                .build()),
                ListBootVolumeAttachmentsResponse::getItems,
                ListBootVolumeAttachmentsResponse::getOpcNextPage);
    }

    private Usage volumes(String compartment) {
        return Pages.all(
                        "ListVolumes",
                        page -> tenancy.clients()
                                .blockVolumes()
                                .listVolumes(ListVolumesRequest.builder()
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build()),
                        ListVolumesResponse::getItems,
                        ListVolumesResponse::getOpcNextPage)
                .stream()
                .filter(one -> isOthers(one.getFreeformTags(), one.getLifecycleState(), "The volume " + one.getId()))
                .map(Volume::getSizeInGBs)
                .map(OthersUse::gigabytes)
                .reduce(Usage.NONE, Usage::plus);
    }

    private static Usage gigabytes(@Nullable Long size) {
        return Usage.of(LimitRule.BLOCK_STORAGE, BigDecimal.valueOf(OciCalls.required("the size of a volume", size)));
    }

    private Usage networks(String compartment) {
        long count = tenancy.lists().vcns(compartment).stream()
                .filter(one -> isOthers(one.getFreeformTags(), one.getLifecycleState(), "The VCN " + one.getId()))
                .count();
        return Usage.of(LimitRule.VCNS, BigDecimal.valueOf(count));
    }

    private Usage addresses(String compartment) {
        long count = tenancy.lists().reservedPublicIps(compartment).stream()
                .filter(one -> isOthers(one.getFreeformTags(), one.getLifecycleState(), "The address " + one.getId()))
                .count();
        return Usage.of(LimitRule.RESERVED_IPS, BigDecimal.valueOf(count));
    }

    private Usage balancers(String compartment) {
        return tenancy.lists().loadBalancers(compartment).stream()
                .filter(one -> isOthers(one.getFreeformTags(), one.getLifecycleState(), "The balancer " + one.getId()))
                .map(one -> {
                    var shape = one.getShapeDetails();
                    var most = shape == null ? null : shape.getMaximumBandwidthInMbps();
                    return Usage.of(LimitRule.LOAD_BALANCERS, BigDecimal.ONE)
                            .plus(Usage.of(
                                    LimitRule.LOAD_BALANCER_BANDWIDTH, BigDecimal.valueOf(most == null ? 0 : most)));
                })
                .reduce(Usage.NONE, Usage::plus);
    }
}
