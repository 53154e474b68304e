/// What can be typed: the catalogue of commands, their options, the parser, and the codes they end with.
@NullMarked
package dev.freehold.app.shell.command;

import org.jspecify.annotations.NullMarked;
