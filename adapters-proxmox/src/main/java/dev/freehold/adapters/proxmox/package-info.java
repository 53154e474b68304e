/// Proxmox VE and Ceph, over SSH and REST.
///
/// Nothing is here yet.
@NullMarked
package dev.freehold.adapters.proxmox;

import org.jspecify.annotations.NullMarked;
