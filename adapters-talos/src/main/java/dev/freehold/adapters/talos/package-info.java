/// What a composition root takes of the adapter for Talos, Kubernetes, Flux and Helm: today the renderer of charts.
@NullMarked
package dev.freehold.adapters.talos;

import org.jspecify.annotations.NullMarked;
