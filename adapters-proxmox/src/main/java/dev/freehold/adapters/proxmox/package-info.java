/// What a composition root takes of the adapter for Proxmox VE and Ceph: today the shells of machines, over SSH.
@NullMarked
package dev.freehold.adapters.proxmox;

import org.jspecify.annotations.NullMarked;
