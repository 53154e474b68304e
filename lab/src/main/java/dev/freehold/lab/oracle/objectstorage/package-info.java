/// Oracle's Object Storage API over HTTP: namespace, buckets, objects, multipart uploads, pre-authenticated
/// requests.
@NullMarked
package dev.freehold.lab.oracle.objectstorage;

import org.jspecify.annotations.NullMarked;
