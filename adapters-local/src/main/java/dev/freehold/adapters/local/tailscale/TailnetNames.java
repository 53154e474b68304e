package dev.freehold.adapters.local.tailscale;

import java.util.Optional;

/// What a platform's machines are called in a tailnet, which other platforms may share.
///
/// @param platform the spec's name
record TailnetNames(String platform) {

    /// A host name has no dots.
    String hostname(String machine) {
        return platform + '-' + machine.replace('.', '-');
    }

    boolean isOurs(Device device) {
        return device.isTagged(TailnetApi.TAG) && machine(device).isPresent();
    }

    /// The machine that a device of that name is; empty if it is another platform's.
    Optional<String> machine(Device device) {
        var prefix = platform + '-';
        return Optional.of(device.hostname())
                .filter(hostname -> hostname.startsWith(prefix) && hostname.length() > prefix.length())
                .map(hostname -> hostname.substring(prefix.length()));
    }
}
