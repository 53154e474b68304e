package dev.freehold.adapters.oci.network;

import java.util.Optional;

/// Who has a private address.
///
/// @param words for a person: `the instance ampere-2 (ocid1.instance...)`
/// @param isOurs whether this platform made it
/// @param machine the OCID of the instance whose network card has it; empty where none has the card any more
/// @param isLeaving whether that instance is being terminated, or is gone and its card lingers
public record AddressHolder(String words, boolean isOurs, Optional<String> machine, boolean isLeaving) {

    /// Will it keep the address, as far as anybody can see, and is it another than `instance`?
    public boolean keepsItFrom(String instance) {
        return !isLeaving && machine.filter(instance::equals).isEmpty();
    }
}
