/// The composition root, in plain Java: the spec, the home and the adapters of a target, built from options.
@NullMarked
package dev.freehold.app.shell.wiring;

import org.jspecify.annotations.NullMarked;
