package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.world.Tx;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Where images are imported from: what Object Storage offers to Compute.
public interface ImageObjects {
    /// Empty if there is no such object.
    Optional<ImageObject> find(Tx tx, String namespace, String bucket, String object);

    /// By the object's address, pre-authenticated or not.
    Optional<ImageObject> at(Tx tx, URI address);

    /// @param sizeBytes of the whole object
    /// @param head its first bytes, at least 32 of them if there are as many
    record ImageObject(long sizeBytes, ByteBuffer head) {
        public ImageObject {
            head = head.asReadOnlyBuffer();
        }
    }
}
