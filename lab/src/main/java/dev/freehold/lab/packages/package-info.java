/// Software that others publish: repositories of Debian packages, and one mirror of every publisher of charts and
/// manifests. They hold stand-ins of ours, made in memory, with the same bytes each time.
@NullMarked
package dev.freehold.lab.packages;

import org.jspecify.annotations.NullMarked;
