package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.adapters.proxmox.ssh.KnownHosts.HostKey;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Machine;
import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/// Is the machine at the other end the one that it was? Asked once a login, from sshj's own thread.
final class HostKeyCheck implements HostKeyVerifier {
    private final KnownHosts known;
    private final Machine machine;
    private volatile HostShell.@Nullable LockedOut objection;

    HostKeyCheck(KnownHosts known, Machine machine) {
        this.known = known;
        this.machine = machine;
    }

    /// Why it was not believed; absent if it was.
    HostShell.@Nullable LockedOut objection() {
        return objection;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        var seen = HostKey.of(key);
        var expected = known.believe(machine.identity(), seen);
        if (expected.equals(seen)) {
            return true;
        }
        objection = new HostShell.LockedOut(
                "HostKeyChanged",
                machine.name() + " at " + machine.address() + " has another host key than before: "
                        + seen.fingerprint() + " where " + expected.fingerprint() + " was known. Somebody may"
                        + " stand in between, so nothing was sent. If the machine was reinstalled, remove the line of "
                        + machine.identity() + " from the known hosts.");
        return false;
    }

    /// So that the server shows the key that we know, where it has several.
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return known.of(machine.identity()).stream().map(HostKey::type).toList();
    }
}
