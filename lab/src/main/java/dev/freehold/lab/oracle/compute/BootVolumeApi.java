package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.BOOT_VOLUME;
import static dev.freehold.lab.oracle.compute.ComputeKinds.BOOT_VOLUME_ATTACHMENT;

import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;
import java.util.List;

/// Boot volumes and their attachments. There are no block volumes and no backups: their lists are empty.
public final class BootVolumeApi implements Api {
    private static final List<String> EMPTY =
            List.of("volumes", "volumeAttachments", "volumeBackups", "bootVolumeBackups", "volumeGroups");

    private final Limits limits;

    public BootVolumeApi(Limits limits) {
        this.limits = limits;
        BootVolumes.gauge(limits);
    }

    @Override
    public void serve(Routes routes) {
        BOOT_VOLUME.serveReads(routes);
        routes.put(BOOT_VOLUME.onePath(), this::update);
        routes.delete(BOOT_VOLUME.onePath(), (call, tx) -> {
            var volume = BOOT_VOLUME.toChange(call, tx);
            BootVolumes.refuseAttached(tx, volume);
            BootVolumes.end(tx, volume);
            return Replies.noContent();
        });
        routes.get(BOOT_VOLUME_ATTACHMENT.path(), (call, tx) -> {
            call.requiredQuery("availabilityDomain");
            var compartment = call.requiredQuery("compartmentId");
            return BOOT_VOLUME_ATTACHMENT.page(
                    call,
                    tx,
                    tx.stream(BOOT_VOLUME_ATTACHMENT.name())
                            .filter(one -> one.compartmentId().equals(compartment))
                            .toList());
        });
        routes.get(
                BOOT_VOLUME_ATTACHMENT.onePath(),
                (call, tx) -> BOOT_VOLUME_ATTACHMENT.reply(tx, BOOT_VOLUME_ATTACHMENT.find(call, tx)));
        for (var path : EMPTY) {
            routes.get("/20160918/" + path, (call, _) -> Replies.page(call, List.of()));
        }
    }

    private Reply update(Call call, Tx tx) {
        var volume = BOOT_VOLUME.toChange(call, tx);
        var size = volume.get("sizeInGBs").asLong();
        var wanted = call.json().path("sizeInGBs").asLong(size);
        if (wanted < size) {
            throw Refusal.invalid("A boot volume can't shrink: from " + size + " to " + wanted + " GB");
        }
        if (wanted > size) {
            limits.admit(
                    tx,
                    new Claim(
                            volume.compartmentId(),
                            volume.text("availabilityDomain"),
                            BootVolumes.growth(wanted - size)));
        }
        return BOOT_VOLUME.reply(tx, tx.put(volume.with(attributes -> {
            Details.update(call, attributes, "vpusPerGB");
            attributes.put("sizeInGBs", wanted).put("sizeInMBs", wanted << 10);
        })));
    }
}
