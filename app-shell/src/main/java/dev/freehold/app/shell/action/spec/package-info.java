/// A spec of one's own: written to begin with, taken over from OpenTofu, or given to it.
@NullMarked
package dev.freehold.app.shell.action.spec;

import org.jspecify.annotations.NullMarked;
