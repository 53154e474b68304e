/// How far a run is, for a person to watch.
@NullMarked
package dev.freehold.app.shell.progress;

import org.jspecify.annotations.NullMarked;
