/// What a spec means: the platform's nodes as a graph, drawn phase by phase. A pure function of the spec.
@NullMarked
package dev.freehold.domain.blueprint;

import org.jspecify.annotations.NullMarked;
