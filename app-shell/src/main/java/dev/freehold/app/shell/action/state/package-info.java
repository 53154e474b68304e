/// The states themselves: shown, shared between computers, freed.
@NullMarked
package dev.freehold.app.shell.action.state;

import org.jspecify.annotations.NullMarked;
