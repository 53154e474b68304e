package dev.freehold.adapters.proxmox;

import dev.freehold.adapters.proxmox.ssh.SshHostShell;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.time.Timeline;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The ways to run commands on machines.
public final class HostShells {
    private HostShells() {}

    /// Over SSH, with one login a command. Logs in nowhere yet.
    ///
    /// @param key which machines were launched with; asked for at each login
    /// @param knownHosts the file of host keys, made when the first is seen
    /// @param socks a SOCKS5 proxy through which all addresses are reached; absent for none
    public static HostShell ssh(
            Supplier<LoginKey> key, Path knownHosts, @Nullable InetSocketAddress socks, Timeline timeline) {
        return new SshHostShell(key, knownHosts, socks, timeline);
    }
}
