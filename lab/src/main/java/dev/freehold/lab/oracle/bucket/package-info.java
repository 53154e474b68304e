/// What Object Storage keeps: buckets, and objects as files, with no HTTP in it.
///
/// An object is a list of files that never change and one small record that names them. A record appears by a
/// rename, so an object is there whole or not at all, whenever the process dies.
@NullMarked
package dev.freehold.lab.oracle.bucket;

import org.jspecify.annotations.NullMarked;
