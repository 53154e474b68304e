/// What changes a platform: deploying, destroying, rolling back.
@NullMarked
package dev.freehold.app.shell.action.deploy;

import org.jspecify.annotations.NullMarked;
