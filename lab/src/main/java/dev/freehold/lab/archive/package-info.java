/// Archives that are made in memory, with the same bytes for the same files.
@NullMarked
package dev.freehold.lab.archive;

import org.jspecify.annotations.NullMarked;
