/// Which SSH key a platform's machines are logged into with, decided from what was recorded: a machine takes the
/// keys that it was launched with, so that a key changes only while none stands that knows another.
@NullMarked
package dev.freehold.engine.key;

import org.jspecify.annotations.NullMarked;
