/// The shell for people: prompt, completion, history, on Spring Shell's runner and JLine.
@NullMarked
package dev.freehold.app.shell.interactive;

import org.jspecify.annotations.NullMarked;
