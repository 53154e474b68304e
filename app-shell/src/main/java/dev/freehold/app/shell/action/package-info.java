/// What each command does.
@NullMarked
package dev.freehold.app.shell.action;

import org.jspecify.annotations.NullMarked;
