/// Tailscale, emulated: its control plane's API, its program on the machines, and the tailnet that they join.
@NullMarked
package dev.freehold.lab.tailscale;

import org.jspecify.annotations.NullMarked;
