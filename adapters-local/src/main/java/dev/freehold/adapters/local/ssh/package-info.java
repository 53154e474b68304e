/// SSH keys of this platform, in OpenSSH's own format.
@NullMarked
package dev.freehold.adapters.local.ssh;

import org.jspecify.annotations.NullMarked;
