package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalState;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.engine.share.SharedLayers;
import dev.freehold.engine.share.SharedRecord;
import dev.freehold.engine.share.SharedVault;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.state.LayerStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/// Where the spec says that states are kept, beside this computer.
final class SharedState {
    private SharedState() {}

    /// What the layers of a real target publish to. No call goes out before somebody writes.
    ///
    /// @param target whose states these are: `lab` or `live`
    /// @param here what this computer keeps
    /// @param passphrases of an identity that has one
    static LayerStore of(
            String target,
            Spec spec,
            OciCloud cloud,
            TargetRecords kept,
            LayerStore here,
            Passphrases passphrases,
            Consumer<String> notices) {
        return switch (spec.state()) {
            case StateSpec.Local() -> here;
            case StateSpec.Oci(var bucket) -> {
                // Its own: nobody joins the workers that renew a lock.
                var timeline = new SystemTimeline();
                var secrets = kept.target().secrets(timeline::now, passphrases);
                TargetSecrets.warnOf(secrets.identity(), notices);
                var there = cloud.state(
                        bucket, target, LocalState.codec(), secrets.encryption(), timeline, host(), notices);
                yield new SharedLayers(
                        here,
                        there.layers(),
                        new SharedRecord(kept.journals(), here, there.journals(), there.layers()),
                        new SharedVault(secrets.vault(), there.secrets()),
                        there.lock(),
                        notices);
            }
        };
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "a computer without a name";
        }
    }
}
