package dev.freehold.lab.machine;

import java.util.Map;
import java.util.Optional;

/// A machine, as whatever runs on it or talks to it sees it. A cloud has it as an instance.
///
/// @param id OCID
/// @param name its display name
/// @param hostname its host name label, else its display name
/// @param state `PROVISIONING`, `RUNNING`, `STOPPED` and so on, as the Compute API names it
/// @param privateIp empty until its VNIC is there
/// @param publicIp of its primary private address, if it has one
/// @param metadata as given at launch: `ssh_authorized_keys`, `user_data` (base64) and more
public record Machine(
        String id,
        String name,
        String hostname,
        String state,
        Optional<String> privateIp,
        Optional<String> publicIp,
        String shape,
        Map<String, String> metadata) {
    public Machine {
        metadata = Map.copyOf(metadata);
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
