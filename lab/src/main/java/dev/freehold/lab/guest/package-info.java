/// What runs on the machines: an SSH server, and as much of a shell as others ask of it.
@NullMarked
package dev.freehold.lab.guest;

import org.jspecify.annotations.NullMarked;
