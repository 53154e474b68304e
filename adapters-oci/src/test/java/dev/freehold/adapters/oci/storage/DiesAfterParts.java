package dev.freehold.adapters.oci.storage;

import dev.freehold.ports.driver.Silent;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection that is lost for good once a number of parts are up.
final class DiesAfterParts implements ObjectStorage {
    private final ObjectStorage storage;
    private final AtomicInteger left;

    DiesAfterParts(ObjectStorage storage, int parts) {
        this.storage = storage;
        this.left = new AtomicInteger(parts);
    }

    @Override
    public String namespace() {
        return storage.namespace();
    }

    @Override
    public Optional<BucketFacts> bucket(String bucket) {
        return storage.bucket(bucket);
    }

    @Override
    public List<String> buckets(String compartment) {
        return storage.buckets(compartment);
    }

    @Override
    public void createBucket(String bucket, String compartment, Map<String, String> tags) {
        storage.createBucket(bucket, compartment, tags);
    }

    @Override
    public void closeBucket(String bucket) {
        storage.closeBucket(bucket);
    }

    @Override
    public void deleteBucket(String bucket) {
        storage.deleteBucket(bucket);
    }

    @Override
    public Optional<ObjectFacts> head(String bucket, String object) {
        return storage.head(bucket, object);
    }

    @Override
    public Optional<Content> get(String bucket, String object) {
        return storage.get(bucket, object);
    }

    @Override
    public String put(String bucket, String object, byte[] bytes, Condition condition, Map<String, String> metadata) {
        return storage.put(bucket, object, bytes, condition, metadata);
    }

    @Override
    public boolean delete(String bucket, String object, Condition condition) {
        return storage.delete(bucket, object, condition);
    }

    @Override
    public List<String> list(String bucket, String prefix) {
        return storage.list(bucket, prefix);
    }

    @Override
    public List<OpenUpload> openUploads(String bucket) {
        return storage.openUploads(bucket);
    }

    @Override
    public String beginUpload(String bucket, String object, Map<String, String> metadata) {
        return storage.beginUpload(bucket, object, metadata);
    }

    @Override
    public Optional<List<Part>> parts(String bucket, OpenUpload upload) {
        return storage.parts(bucket, upload);
    }

    @Override
    public String sendPart(String bucket, OpenUpload upload, int number, InputStream body, long length, String md5) {
        if (left.getAndDecrement() <= 0) {
            throw new Silent("the line is dead");
        }
        return storage.sendPart(bucket, upload, number, body, length, md5);
    }

    @Override
    public String commit(String bucket, OpenUpload upload, Map<Integer, String> etags, Condition condition) {
        throw new Silent("the line is dead");
    }

    @Override
    public void giveUp(String bucket, OpenUpload upload) {
        storage.giveUp(bucket, upload);
    }
}
