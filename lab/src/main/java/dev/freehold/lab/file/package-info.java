/// How the lab writes files: for their owner alone, for a world holds the keys of its machines.
@NullMarked
package dev.freehold.lab.file;

import org.jspecify.annotations.NullMarked;
