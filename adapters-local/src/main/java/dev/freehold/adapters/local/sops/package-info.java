/// SOPS files with age: what is written here the `sops` program reads, and the other way round. YAML and JSON.
@NullMarked
package dev.freehold.adapters.local.sops;

import org.jspecify.annotations.NullMarked;
