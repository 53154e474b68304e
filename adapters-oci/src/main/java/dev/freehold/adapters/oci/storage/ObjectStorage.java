package dev.freehold.adapters.oci.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Object Storage's API as far as Freehold uses it, of one tenancy in one region. Each method is one request,
/// but for lists, which follow their pages to the end.
///
/// What the service refuses is thrown as a [StorageRefusal]; what we do not know as a
/// [dev.freehold.ports.driver.SystemFault]. Nothing is retried here.
public interface ObjectStorage {

    /// The tenancy's namespace, which is part of every address.
    String namespace();

    Optional<BucketFacts> bucket(String bucket);

    /// The names of the buckets in a compartment.
    List<String> buckets(String compartment);

    /// Makes a bucket that nobody can read without signing.
    void createBucket(String bucket, String compartment, Map<String, String> tags);

    /// Takes away whatever public access somebody gave it.
    void closeBucket(String bucket);

    void deleteBucket(String bucket);

    Optional<ObjectFacts> head(String bucket, String object);

    /// A small object, whole.
    Optional<Content> get(String bucket, String object);

    /// Writes a small object.
    ///
    /// @return its entity tag
    /// @throws StorageRefusal with [StorageRefusal#isStale] where the condition does not hold
    String put(String bucket, String object, byte[] bytes, Condition condition, Map<String, String> metadata);

    /// @return false if there was none
    /// @throws StorageRefusal with [StorageRefusal#isStale] where the condition does not hold
    boolean delete(String bucket, String object, Condition condition);

    /// The names of the objects that begin with `prefix`, in their order.
    List<String> list(String bucket, String prefix);

    /// Uploads of parts that were begun and neither committed nor given up.
    List<OpenUpload> openUploads(String bucket);

    /// @return the upload's id
    String beginUpload(String bucket, String object, Map<String, String> metadata);

    /// The parts of an open upload that the service has; empty if there is no such upload.
    Optional<List<Part>> parts(String bucket, OpenUpload upload);

    /// Sends one part.
    ///
    /// @param number counts from 1
    /// @param body is read once, and closed
    /// @param md5 of the body, in Base64; the service refuses what does not match
    /// @return the part's entity tag
    String sendPart(String bucket, OpenUpload upload, int number, InputStream body, long length, String md5);

    /// Makes the object of its parts.
    ///
    /// @param etags by part number
    /// @return what the service computed of the parts' MD5s: `<Base64>-<count>`
    String commit(String bucket, OpenUpload upload, Map<Integer, String> etags, Condition condition);

    /// Forgets an open upload and its parts; safe to repeat.
    void giveUp(String bucket, OpenUpload upload);

    /// @param compartment its OCID
    /// @param open whether anybody may read from it
    record BucketFacts(String compartment, boolean open, Map<String, String> tags) {
        public BucketFacts {
            tags = Map.copyOf(tags);
        }
    }

    /// @param size in bytes
    /// @param md5 of the object, or of its parts' MD5s with their count; empty if the service told none
    /// @param metadata without the prefix `opc-meta-`
    record ObjectFacts(String etag, long size, String md5, Map<String, String> metadata) {
        public ObjectFacts {
            metadata = Map.copyOf(metadata);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
    record Content(byte[] bytes, String etag) {}

    record OpenUpload(String object, String id) {}

    /// @param size in bytes
    /// @param md5 in Base64
    record Part(int number, String etag, long size, String md5) {}

    /// What must hold for a change to be made.
    sealed interface Condition {
        /// Whatever is there.
        record Always() implements Condition {}

        /// Nothing of that name is there.
        record Absent() implements Condition {}

        /// What is there is as it was when it had this entity tag.
        record Unchanged(String etag) implements Condition {}
    }
}
