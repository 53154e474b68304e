/// What is taken from outside rather than made: files of publishers, and charts rendered to manifests.
@NullMarked
package dev.freehold.ports.fetch;

import org.jspecify.annotations.NullMarked;
