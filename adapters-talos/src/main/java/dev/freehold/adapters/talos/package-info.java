/// Talos, Kubernetes, Flux and Helm.
///
/// Nothing is here yet.
@NullMarked
package dev.freehold.adapters.talos;

import org.jspecify.annotations.NullMarked;
