/// What takes the platform from what stands to what is wanted: changes for a person to read, each with its
/// reasons, and steps for the scheduler to carry out.
@NullMarked
package dev.freehold.domain.plan;

import org.jspecify.annotations.NullMarked;
