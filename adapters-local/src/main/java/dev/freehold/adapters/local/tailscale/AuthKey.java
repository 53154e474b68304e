package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.secret.Secret;

/// What lets one machine in, once.
///
/// @param id by which it can be taken back
record AuthKey(String id, Secret value) {}
