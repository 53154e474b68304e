/// What lives on this computer: state, journal, the reader of specs, real time, and the drivers of what setup
/// makes here, SSH keys first.
///
/// age, SOPS, Git and the tailnet's API come later.
@NullMarked
package dev.freehold.adapters.local;

import org.jspecify.annotations.NullMarked;
