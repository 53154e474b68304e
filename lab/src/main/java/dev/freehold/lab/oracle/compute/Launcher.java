package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.api.WorkRequests.Affected;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.network.Vnics;
import dev.freehold.lab.oracle.network.Vnics.Rank;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The launch of instances, or why there is none: first what is wrong with the request, then limits and quotas,
/// then room.
final class Launcher {
    /// Seen: 30 to 90 seconds.
    private static final Duration LEAST = Duration.ofSeconds(30);

    private static final Duration MOST = Duration.ofSeconds(90);
    private static final List<String> FAULT_DOMAINS = List.of("FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3");

    private final Tenancy tenancy;
    private final Limits limits;
    private final Capacity capacity;
    private final WorkRequests workRequests;
    private final Duration vnicLag;

    Launcher(Tenancy tenancy, Limits limits, Capacity capacity, WorkRequests workRequests, Duration vnicLag) {
        this.tenancy = tenancy;
        this.limits = limits;
        this.capacity = capacity;
        this.workRequests = workRequests;
        this.vnicLag = vnicLag;
    }

    /// GB per OCPU of A1 that this tenancy gets whatever it asks for; 0 if it gets what it asks for. Seen in a
    /// free tenancy of 2 OCPUs and 12 GB; of the older, larger ones nobody has said so.
    static int memoryShare(Tenancy tenancy) {
        return tenancy.allowance().equals("always-free-2026-06") ? 6 : 0;
    }

    Resource launch(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        var request = LaunchRequest.of(call);
        var domain = request.availabilityDomain();
        if (!tenancy.availabilityDomains().contains(domain)) {
            throw Refusal.invalid("There is no availability domain " + domain);
        }
        if (!capacity.offers(domain, request.shape())) {
            throw LaunchRequest.noShape(request.shape().name(), domain);
        }
        var size = request.shape().size(call.json().path("shapeConfig"), memoryShare(tenancy));
        var subnet = Vnics.subnet(tx, Json.text(request.vnic(), "subnetId", ""), domain);
        var volume = request.isFromImage() ? null : BootVolumes.free(tx, request.fromSource("bootVolumeId"), domain);
        var image = volume == null
                ? ComputeKinds.IMAGE.usable(tx, request.fromSource("imageId"))
                : ComputeKinds.IMAGE.find(tx, volume.text("imageId"));
        if (!image.isIn("AVAILABLE") && volume == null) {
            throw Refusal.incorrectState("The image " + image.id() + " is in state " + image.state());
        }
        ImageShapes.check(tx, image, request.shape(), size);
        var claims = new LinkedHashMap<>(request.shape().claims(size));
        var gb = volume == null ? BootVolumes.size(request.source(), image) : 0;
        if (volume == null) {
            claims.putAll(BootVolumes.claims(gb));
        }
        limits.admit(tx, new Claim(compartment, domain, claims));
        capacity.take(domain, request.shape());

        var instance = tx.create(
                ComputeKinds.INSTANCE.name(), compartment, "PROVISIONING", attributes(call, tx, request, size, image));
        var work = workRequests.start(
                tx, "LaunchInstance", compartment, new Affected("instance", "CREATED", instance.id()));
        var provisioning = tx.move(instance.with("_workRequest", work), "PROVISIONING", "RUNNING", LEAST, MOST);
        var running =
                Duration.between(tx.now(), provisioning.pending().getFirst().at());
        var boots = volume == null ? BootVolumes.make(tx, instance, request.source(), image, gb) : volume;
        BootVolumes.attach(tx, instance, boots, running);
        VnicAttachments.attach(tx, instance, request.vnic(), subnet, Rank.PRIMARY, running.plus(vnicLag));
        return provisioning;
    }

    private ObjectNode attributes(Call call, Tx tx, LaunchRequest request, Shape.Size size, Resource image) {
        var attributes = Details.created(
                call,
                "instance",
                "availabilityDomain",
                "faultDomain",
                "shape",
                "metadata",
                "extendedMetadata",
                "instanceOptions",
                "availabilityConfig",
                "agentConfig");
        var fault = Json.text(attributes, "faultDomain", "");
        if (fault.isEmpty()) {
            attributes.put("faultDomain", FAULT_DOMAINS.get((int) (tx.nextSequence() % FAULT_DOMAINS.size())));
        } else if (!FAULT_DOMAINS.contains(fault)) {
            throw Refusal.invalid("There is no fault domain " + fault);
        }
        attributes
                .put("region", tenancy.region().key().toLowerCase(java.util.Locale.ROOT))
                .put("imageId", image.id())
                .put("launchMode", image.text("launchMode"));
        attributes.set("shapeConfig", request.shape().config(size));
        attributes.set("sourceDetails", request.source());
        attributes.set("launchOptions", ImageShapes.launchOptions(ImageShapes.firmware(tx, image)));
        var system = attributes.putObject("systemTags");
        if (!tenancy.isPaying()) {
            system.putObject("orcl-cloud").put("free-tier-retained", "true");
        }
        for (var map : List.of("metadata", "extendedMetadata")) {
            if (!attributes.has(map)) {
                attributes.putObject(map);
            }
        }
        return attributes;
    }

    /// What a change of size takes more of the limits.
    ///
    /// @throws Refusal if it doesn't fit
    void admitGrowth(Tx tx, Resource instance, Shape shape, Shape.Size before, Shape.Size after) {
        Map<String, Long> was = shape.claims(before);
        var more = new LinkedHashMap<String, Long>();
        shape.claims(after).forEach((name, amount) -> more.put(name, amount - was.getOrDefault(name, 0L)));
        limits.admit(tx, new Claim(instance.compartmentId(), instance.text("availabilityDomain"), more));
    }
}
