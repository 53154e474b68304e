package dev.freehold.adapters.local.tailscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.secret.MemoryVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailnetInventoryTest {
    private static final SystemTimeline TIMELINE = new SystemTimeline();

    @TempDir
    Path folder;

    @Test
    void what_bears_our_tag_and_the_platforms_name_is_ours() throws Exception {
        try (var lab = LabTailnet.in(folder)) {
            // given
            var vault = new MemoryVault(TIMELINE::now);
            vault.write(TailscaleAccess.CLIENT_SECRET, lab.clientSecret());
            var tailscale = new TailscaleAccess(lab.api(), vault);
            var tailnet = new dev.freehold.lab.tailscale.Tailnet(lab.world());
            for (var hostname : new String[] {"homelab-ampere-1", "other-ampere-1", "homelab-"}) {
                var key = tailscale.tailnet().mint("test", Duration.ofHours(1));
                tailnet.join("ocid1." + hostname, key.value().reveal(), hostname);
            }
            var device = tailscale.tailnet().devices().getFirst();
            tailscale.tailnet().setAddress(device.id(), Ipv4.parse("100.64.0.1"));
            // when
            var inventory = new TailnetInventory(tailscale, "homelab");
            // then
            assertThat(inventory.items())
                    .containsExactly(new Item(
                            "tailnet device",
                            "homelab-ampere-1",
                            Optional.of(new ResourceId("oci/tailnet-membership/ampere-1"))));
            assertThat(inventory.address("ampere-1")).contains(Ipv4.parse("100.64.0.1"));
            assertThat(inventory.address("ampere-2")).isEmpty();
        }
    }

    @Test
    void without_a_client_there_is_nothing() throws Exception {
        try (var lab = LabTailnet.in(folder)) {
            var inventory =
                    new TailnetInventory(new TailscaleAccess(lab.api(), new MemoryVault(TIMELINE::now)), "homelab");
            assertThat(inventory.items()).isEmpty();
        }
    }
}
