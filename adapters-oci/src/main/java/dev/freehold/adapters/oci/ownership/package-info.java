/// What is ours on Oracle Cloud, and how it is dealt with: the tags that tell it from others' things, what was
/// found of it, waiting for what takes time, and the port's promises that hold for every kind.
@NullMarked
package dev.freehold.adapters.oci.ownership;

import org.jspecify.annotations.NullMarked;
