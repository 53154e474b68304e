/// What stands: phases, outputs, runs, drift, and whether it is as it should be.
@NullMarked
package dev.freehold.app.shell.action.inspect;

import org.jspecify.annotations.NullMarked;
