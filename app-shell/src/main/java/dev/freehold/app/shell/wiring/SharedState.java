package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.secret.AgeEncryption;
import dev.freehold.adapters.local.secret.Passphrases;
import dev.freehold.adapters.local.state.RecordCodec;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.state.ObjectJournals;
import dev.freehold.adapters.oci.state.ObjectLayerStore;
import dev.freehold.adapters.oci.state.ObjectLock;
import dev.freehold.adapters.oci.state.ObjectSecrets;
import dev.freehold.adapters.oci.state.Place;
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
            TargetRecords kept,
            LayerStore here,
            Passphrases passphrases,
            Consumer<String> notices) {
        return switch (spec.state()) {
            case StateSpec.Local() -> here;
            case StateSpec.Oci(var bucket) -> {
                // Its own: nobody joins the workers that renew a lock.
                var timeline = new SystemTimeline();
                var secrets = TargetSecrets.of(globals, passphrases);
                var encryption = new AgeEncryption(secrets.identity());
                var codec = new RecordCodec();
                var place = Place.of(
                        cloud.objectStorage(),
                        bucket,
                        spec.name(),
                        globals.target().word(),
                        cloud::rootCompartment);
                var lock = new ObjectLock(place, timeline, host(), notices);
                var there = new ObjectLayerStore(place, codec, encryption, timeline, lock);
                yield new SharedLayers(
                        here,
                        there,
                        new SharedRecord(kept.journals(), here, new ObjectJournals(place, codec, encryption), there),
                        new SharedVault(secrets.vault(), new ObjectSecrets(place, encryption)),
                        lock,
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
