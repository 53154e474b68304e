/// Phase setup: the conversation that asks for what only a person has, and the making of it.
@NullMarked
package dev.freehold.app.shell.action.setup;

import org.jspecify.annotations.NullMarked;
