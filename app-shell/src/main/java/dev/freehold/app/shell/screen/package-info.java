/// What a person sees: streams, colours, tables, error messages, questions and progress.
@NullMarked
package dev.freehold.app.shell.screen;

import org.jspecify.annotations.NullMarked;
