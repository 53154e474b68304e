package dev.freehold.domain.layer;

import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.resource.ImageResource.Content;
import dev.freehold.domain.resource.ImageResource.Launchable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param baseImageId what machines that are no hosts are launched from
/// @param proxmoxImageId what hosts are launched from
public record ImagesLayer(
        @Nullable Ocid baseImageId, @Nullable Ocid proxmoxImageId) implements LayerOutputs {

    static ImagesLayer of(Standings standing) {
        return new ImagesLayer(id(standing, Content.BASE), id(standing, Content.PROXMOX));
    }

    /// Where there are several, for two architectures, the one that was intended last counts.
    private static @Nullable Ocid id(Standings standing, Content content) {
        List<Standings.Made<Launchable, OnOracle.Identified>> images = standing.all(Launchable.class);
        var wanted =
                images.stream().filter(made -> made.node().content() == content).toList();
        return Standings.first(wanted.reversed(), OnOracle.Identified::ocid);
    }
}
