/// What real drivers share, whatever system they drive: look first, make once, finish what was begun, leave alone
/// what is not ours, and wait on the timeline. A driver of a kind says how one thing is
/// found, made, changed and removed, and how all of the kind that is ours is listed.
@NullMarked
package dev.freehold.ports.skeleton;

import org.jspecify.annotations.NullMarked;
