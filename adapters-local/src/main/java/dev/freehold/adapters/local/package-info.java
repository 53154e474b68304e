/// What lives on this computer: state, journal, the reader of specs and real time.
///
/// SSH keys, age, SOPS, Git and the tailnet's API come later.
@NullMarked
package dev.freehold.adapters.local;

import org.jspecify.annotations.NullMarked;
