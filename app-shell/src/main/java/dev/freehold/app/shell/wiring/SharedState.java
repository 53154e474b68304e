package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.secret.AgeEncryption;
import dev.freehold.adapters.local.secret.Passphrases;
import dev.freehold.adapters.local.state.RecordCodec;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.engine.share.SharedLayers;
import dev.freehold.engine.share.SharedRecord;
import dev.freehold.engine.share.SharedVault;
import dev.freehold.ports.state.LayerStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/// Where the spec says that states are kept, beside this computer.
final class SharedState {
    private SharedState() {}

    /// What the layers of a real target publish to. No call goes out before somebody writes.
    ///
    /// @param here what this computer keeps
    /// @param passphrases of an identity that has one
    static LayerStore of(
            Globals globals,
            Spec spec,
            OciCloud cloud,
            Kept kept,
            LayerStore here,
            Passphrases passphrases,
            Consumer<String> notices) {
        return switch (spec.state()) {
            case StateSpec.Local() -> here;
            case StateSpec.Oci(var bucket) -> {
                // Its own: nobody joins the workers that renew a lock.
                var timeline = new SystemTimeline();
                var secrets = KeptSecrets.of(globals, passphrases);
                var encryption = new AgeEncryption(secrets.identity());
                var there = cloud.state(
                        bucket, globals.target().word(), new RecordCodec(), encryption, timeline, host(), notices);
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
