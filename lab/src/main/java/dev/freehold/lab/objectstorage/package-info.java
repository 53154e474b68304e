/// Oracle's Object Storage API over HTTP: namespace, buckets, objects, multipart uploads, pre-authenticated
/// requests.
@NullMarked
package dev.freehold.lab.objectstorage;

import org.jspecify.annotations.NullMarked;
