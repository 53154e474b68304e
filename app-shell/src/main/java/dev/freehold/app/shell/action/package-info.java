/// What the commands share: how they show, ask and note, and how they watch a run that changes a platform.
@NullMarked
package dev.freehold.app.shell.action;

import org.jspecify.annotations.NullMarked;
