/// What a platform would be and take, before anything is made.
@NullMarked
package dev.freehold.app.shell.action.plan;

import org.jspecify.annotations.NullMarked;
