package dev.freehold.lab.network;

import java.util.Map;
import java.util.Optional;

/// A network that lies over the machines' own, such as a tailnet or a cluster's virtual one: no cloud gave its
/// addresses.
public interface Overlay {
    /// Who has `address` there, as far as somebody at `from` gets through; empty if nobody has.
    Optional<Holder> at(Vantage from, String address);

    /// Who has an address.
    sealed interface Holder {
        /// A machine, which answers as it does at its own addresses.
        ///
        /// @param id OCID
        record OfMachine(String id) implements Holder {}

        /// Somebody whom an emulator plays beside the machines, such as a VM on one of them.
        ///
        /// @param listeners by port
        record Played(Map<Integer, Listener> listeners) implements Holder {
            public Played {
                listeners = Map.copyOf(listeners);
            }
        }
    }
}
