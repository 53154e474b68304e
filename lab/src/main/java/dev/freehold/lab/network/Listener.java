package dev.freehold.lab.network;

import java.io.IOException;
import java.net.InetSocketAddress;

/// What serves one port of machines, all of them through one real listener on loopback. By the port that a
/// connection comes from, [Network#visited] says for whom it is meant.
public interface Listener {
    /// Where it really listens, the same each time. It may open when it is first asked: most commands never
    /// want it.
    InetSocketAddress address() throws IOException;
}
