/// What the emulators remember: resources by their ids, the states they go through as time passes, and the
/// journal that keeps them across processes. Knows no kind of resource.
@NullMarked
package dev.freehold.lab.world;

import org.jspecify.annotations.NullMarked;
