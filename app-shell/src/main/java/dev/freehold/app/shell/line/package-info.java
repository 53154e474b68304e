/// How a line of text becomes words, in scripts and in the interactive shell.
@NullMarked
package dev.freehold.app.shell.line;

import org.jspecify.annotations.NullMarked;
