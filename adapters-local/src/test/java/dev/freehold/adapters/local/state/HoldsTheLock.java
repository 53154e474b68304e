package dev.freehold.adapters.local.state;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// Tries to take the lock, says how that went, and holds it until it is killed or its input ends.
final class HoldsTheLock {
    private HoldsTheLock() {}

    public static void main(String[] arguments) throws IOException {
        var target = new Home(Path.of(arguments[0]), Disk.UNFORCED).target("sim");
        var store = new FileLayerStore(target, () -> Instant.EPOCH, _ -> {});
        var us = new Holder(ProcessHandle.current().pid(), "deploy oci --yes", Instant.EPOCH.plusSeconds(7));
        System.out.println(
                switch (store.lock(us)) {
                    case Locked _ -> "locked";
                    case HeldBy(var holder) -> "held by " + holder.process() + ": " + holder.command();
                });
        int _ = System.in.read();
    }
}
