/// What is secret: the vault, its backup, and SOPS files.
@NullMarked
package dev.freehold.app.shell.action.secrets;

import org.jspecify.annotations.NullMarked;
