/// Whether the platform can live on its hosts at all: memory, disks, Ceph's capacity, votes.
@NullMarked
package dev.freehold.domain.fit;

import org.jspecify.annotations.NullMarked;
