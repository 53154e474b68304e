package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.oracle.api.Kind;

/// What there is in Compute, by the names in OCIDs.
final class ComputeKinds {
    static final Kind INSTANCE = Kind.of("instance", "/20160918/instances", "availabilityDomain");
    static final Kind IMAGE = Kind.of("image", "/20160918/images", "operatingSystem", "operatingSystemVersion");
    static final Kind SCHEMA = Kind.of("computeimgcapschema", "/20160918/computeImageCapabilitySchemas", "imageId");
    static final Kind BOOT_VOLUME = Kind.of("bootvolume", "/20160918/bootVolumes", "availabilityDomain", "imageId");
    static final Kind BOOT_VOLUME_ATTACHMENT = Kind.of(
            "bootvolumeattachment",
            "/20160918/bootVolumeAttachments",
            "availabilityDomain",
            "instanceId",
            "bootVolumeId");
    static final Kind VNIC_ATTACHMENT =
            Kind.of("vnicattachment", "/20160918/vnicAttachments", "availabilityDomain", "instanceId", "vnicId");
    static final Kind CONSOLE_HISTORY =
            Kind.of("consolehistory", "/20160918/instanceConsoleHistories", "availabilityDomain", "instanceId");

    private ComputeKinds() {}
}
