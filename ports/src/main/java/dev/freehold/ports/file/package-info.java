/// How files are written by whoever writes any: for their owner alone, whole or not at all, and as lasting as they
/// are to be. Every adapter that keeps something on this computer writes it by these.
@NullMarked
package dev.freehold.ports.file;

import org.jspecify.annotations.NullMarked;
