/// Files of checksummed records that are only ever added to, and the versions of their formats.
@NullMarked
package dev.freehold.adapters.local.record;

import org.jspecify.annotations.NullMarked;
