/// The cloud account that a platform stands in: the right to call it, and a look at it before anything is planned.
@NullMarked
package dev.freehold.ports.cloud;

import org.jspecify.annotations.NullMarked;
