/// How the domain's values are written in stored trees, the same in journals, snapshots and worlds.
@NullMarked
package dev.freehold.adapters.local.tree;

import org.jspecify.annotations.NullMarked;
