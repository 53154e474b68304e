/// The right to call a cloud, until the cloud knows it.
@NullMarked
package dev.freehold.engine.access;

import org.jspecify.annotations.NullMarked;
