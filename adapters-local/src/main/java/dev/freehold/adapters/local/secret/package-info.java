/// The secrets that this computer keeps for a target: the vault, the identity that opens it, the identity that the
/// cluster gets, and their backup.
@NullMarked
package dev.freehold.adapters.local.secret;

import org.jspecify.annotations.NullMarked;
