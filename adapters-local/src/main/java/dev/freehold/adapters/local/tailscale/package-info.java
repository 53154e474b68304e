/// The tailnet: Tailscale's API, version 2, and the machines that join.
@NullMarked
package dev.freehold.adapters.local.tailscale;

import org.jspecify.annotations.NullMarked;
