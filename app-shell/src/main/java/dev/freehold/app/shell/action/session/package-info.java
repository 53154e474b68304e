/// The session itself: help, scripts, options for what follows.
@NullMarked
package dev.freehold.app.shell.action.session;

import org.jspecify.annotations.NullMarked;
