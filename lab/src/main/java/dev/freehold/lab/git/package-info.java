/// A Git host: a place that repositories are pushed to and cloned from.
@NullMarked
package dev.freehold.lab.git;

import org.jspecify.annotations.NullMarked;
