/// Tailscale's control plane: its API, and what machines that join ask of it.
@NullMarked
package dev.freehold.lab.tailscale;

import org.jspecify.annotations.NullMarked;
