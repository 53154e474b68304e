/// What can be typed: commands with their options and actions, the parser, and the codes they end with. Which
/// commands there are is said elsewhere.
@NullMarked
package dev.freehold.app.shell.command;

import org.jspecify.annotations.NullMarked;
