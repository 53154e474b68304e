/// A Git repository on this computer in which generated files and a person's edits live together.
@NullMarked
package dev.freehold.adapters.local.git;

import org.jspecify.annotations.NullMarked;
