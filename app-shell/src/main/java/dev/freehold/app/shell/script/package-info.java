/// Files of commands.
@NullMarked
package dev.freehold.app.shell.script;

import org.jspecify.annotations.NullMarked;
