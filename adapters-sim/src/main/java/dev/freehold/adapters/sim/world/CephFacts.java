package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Ref;
import java.util.ArrayList;
import java.util.List;

/// What `ceph -s` would say.
///
/// @param monitors how many are in the monitor map
/// @param monitorsUp how many of them are in quorum
/// @param osdsUp how many OSDs are up and in
/// @param checks what keeps it from HEALTH_OK, by Ceph's codes
public record CephFacts(int monitors, int monitorsUp, int managersUp, int osds, int osdsUp, List<String> checks) {

    public CephFacts {
        checks = List.copyOf(checks);
    }

    public static CephFacts of(SimWorld world) {
        int monitors = 0;
        int monitorsUp = 0;
        for (var monitor : world.all(ProxmoxResource.CephMonitor.class)) {
            monitors++;
            monitorsUp += countUp(world, monitor.host());
        }
        int managersUp = 0;
        for (var manager : world.all(ProxmoxResource.CephManager.class)) {
            managersUp += countUp(world, manager.host());
        }
        int osds = 0;
        int osdsUp = 0;
        for (var osd : world.all(ProxmoxResource.CephOsd.class)) {
            osds++;
            osdsUp += countUp(world, osd.host());
        }
        var checks = new ArrayList<String>();
        if (monitorsUp < monitors) {
            checks.add("MON_DOWN: " + (monitors - monitorsUp) + "/" + monitors + " mons down");
        }
        if (managersUp == 0) {
            checks.add("MGR_DOWN: no active mgr");
        }
        if (osdsUp < osds) {
            checks.add("OSD_DOWN: " + (osds - osdsUp) + " osds down");
        }
        for (var pool : world.all(ProxmoxResource.CephPool.class)) {
            if (osdsUp < pool.size()) {
                checks.add("PG_DEGRADED: pool " + pool.name() + " undersized, " + osdsUp + " of " + pool.size()
                        + " copies");
            }
            if (osdsUp < pool.minSize()) {
                checks.add("PG_AVAILABILITY: pool " + pool.name() + " inactive, min_size is " + pool.minSize());
            }
        }
        return new CephFacts(monitors, monitorsUp, managersUp, osds, osdsUp, checks);
    }

    private static int countUp(SimWorld world, Ref<ProxmoxResource.PostInstall> host) {
        return ClusterFacts.isUp(world, host.id()) ? 1 : 0;
    }

    /// Without a majority of monitors nothing answers.
    public boolean answers() {
        return monitorsUp > monitors / 2;
    }

    /// Every pool takes reads and writes, be it with fewer copies.
    public boolean serves() {
        return answers() && osdsUp > 0 && checks.stream().noneMatch(check -> check.startsWith("PG_AVAILABILITY"));
    }

    public boolean isHealthy() {
        return answers() && osds > 0 && checks.isEmpty();
    }

    /// In the words of `ceph health detail`.
    public String words() {
        if (!answers()) {
            return "no answer: " + monitorsUp + " of " + monitors + " monitors are up";
        }
        var osdWords = osds + " osds: " + osdsUp + " up, " + osdsUp + " in";
        return isHealthy()
                ? "HEALTH_OK, " + osdWords
                : "HEALTH_WARN " + String.join("; ", checks) + (checks.isEmpty() ? "" : ", ") + osdWords;
    }
}
