/// SSH to machines, by sshj.
@NullMarked
package dev.freehold.adapters.proxmox.ssh;

import org.jspecify.annotations.NullMarked;
