/// Small charts and manifests of our own, where the real ones' publishers have theirs.
@NullMarked
package dev.freehold.lab.publication;

import org.jspecify.annotations.NullMarked;
