/// The program: its commands, what they show, and the one place that builds adapters and hands them to the
/// engine.
@NullMarked
package dev.freehold.app.shell;

import org.jspecify.annotations.NullMarked;
