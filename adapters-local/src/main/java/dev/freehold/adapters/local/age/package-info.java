/// The age encryption format, age-encryption.org/v1: files for X25519 recipients or a passphrase, identities and
/// the files that hold them. What is written here the `age` program reads, and the other way round.
@NullMarked
package dev.freehold.adapters.local.age;

import org.jspecify.annotations.NullMarked;
