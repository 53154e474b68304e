/// The checks that say whether a platform does what its spec means, and the matrix of their results. They
/// judge facts that probes read; they read nothing themselves.
@NullMarked
package dev.freehold.validation;

import org.jspecify.annotations.NullMarked;
