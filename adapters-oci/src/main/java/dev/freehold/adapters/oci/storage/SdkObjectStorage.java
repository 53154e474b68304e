package dev.freehold.adapters.oci.storage;

import com.oracle.bmc.objectstorage.model.Bucket;
import com.oracle.bmc.objectstorage.model.CreateBucketDetails;
import com.oracle.bmc.objectstorage.model.ListObjects;
import com.oracle.bmc.objectstorage.model.UpdateBucketDetails;
import com.oracle.bmc.objectstorage.requests.CreateBucketRequest;
import com.oracle.bmc.objectstorage.requests.DeleteBucketRequest;
import com.oracle.bmc.objectstorage.requests.DeleteObjectRequest;
import com.oracle.bmc.objectstorage.requests.GetBucketRequest;
import com.oracle.bmc.objectstorage.requests.GetNamespaceRequest;
import com.oracle.bmc.objectstorage.requests.GetObjectRequest;
import com.oracle.bmc.objectstorage.requests.HeadObjectRequest;
import com.oracle.bmc.objectstorage.requests.ListBucketsRequest;
import com.oracle.bmc.objectstorage.requests.ListObjectsRequest;
import com.oracle.bmc.objectstorage.requests.PutObjectRequest;
import com.oracle.bmc.objectstorage.requests.UpdateBucketRequest;
import com.oracle.bmc.objectstorage.responses.GetObjectResponse;
import com.oracle.bmc.objectstorage.responses.ListBucketsResponse;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Object Storage through the SDK's own client. What it answers is checked for what we need of it: a field that
/// is missing is told, not guessed.
public final class SdkObjectStorage implements ObjectStorage {
    static final String BINARY = "application/octet-stream";

    private final OciClients clients;
    private final PartUploads uploads;
    private @Nullable String namespace;

    public SdkObjectStorage(OciClients clients) {
        this.clients = clients;
        this.uploads = new PartUploads(clients, this::namespace);
    }

    private com.oracle.bmc.objectstorage.ObjectStorage client() {
        return clients.objectStorage();
    }

    @Override
    public synchronized String namespace() {
        var known = namespace;
        if (known == null) {
            known = OciCalls.required(
                    "the namespace",
                    StorageCalls.ask(
                                    "GetNamespace",
                                    () -> client().getNamespace(GetNamespaceRequest.builder()
                                            .build()))
                            .getValue());
            namespace = known;
        }
        return known;
    }

    @Override
    public Optional<BucketFacts> bucket(String bucket) {
        return StorageCalls.findBucket(
                        "GetBucket",
                        () -> client().getBucket(GetBucketRequest.builder()
                                .namespaceName(namespace())
                                .bucketName(bucket)
                                .build()))
                .map(answer -> facts(OciCalls.required("the bucket", answer.getBucket())));
    }

    @Override
    public List<String> buckets(String compartment) {
        return Pages.all(
                        "ListBuckets",
                        page -> StorageCalls.ask(
                                "ListBuckets",
                                () -> client().listBuckets(ListBucketsRequest.builder()
                                        .namespaceName(namespace())
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build())),
                        ListBucketsResponse::getItems,
                        ListBucketsResponse::getOpcNextPage)
                .stream()
                .map(bucket -> OciCalls.required("the name of a bucket", bucket.getName()))
                .toList();
    }

    private static BucketFacts facts(Bucket bucket) {
        var access = bucket.getPublicAccessType();
        return new BucketFacts(
                OciCalls.required("the bucket's compartment", bucket.getCompartmentId()),
                access != null && access != Bucket.PublicAccessType.NoPublicAccess,
                Objects.requireNonNullElse(bucket.getFreeformTags(), Map.of()));
    }

    @Override
    public void createBucket(String bucket, String compartment, Map<String, String> tags) {
        StorageCalls.ask(
                "CreateBucket",
                () -> client().createBucket(CreateBucketRequest.builder()
                        .namespaceName(namespace())
                        .createBucketDetails(CreateBucketDetails.builder()
                                .name(bucket)
                                .compartmentId(compartment)
                                .publicAccessType(CreateBucketDetails.PublicAccessType.NoPublicAccess)
                                .freeformTags(tags)
                                .build())
                        .build()));
    }

    @Override
    public void closeBucket(String bucket) {
        StorageCalls.ask(
                "UpdateBucket",
                () -> client().updateBucket(UpdateBucketRequest.builder()
                        .namespaceName(namespace())
                        .bucketName(bucket)
                        .updateBucketDetails(UpdateBucketDetails.builder()
                                .publicAccessType(UpdateBucketDetails.PublicAccessType.NoPublicAccess)
                                .build())
                        .build()));
    }

    @Override
    public void deleteBucket(String bucket) {
        StorageCalls.ask(
                "DeleteBucket",
                () -> client().deleteBucket(DeleteBucketRequest.builder()
                        .namespaceName(namespace())
                        .bucketName(bucket)
                        .build()));
    }

    @Override
    public Optional<ObjectFacts> head(String bucket, String object) {
        return StorageCalls.find(
                        "HeadObject",
                        () -> client().headObject(HeadObjectRequest.builder()
                                .namespaceName(namespace())
                                .bucketName(bucket)
                                .objectName(object)
                                .build()))
                .map(answer -> new ObjectFacts(
                        OciCalls.required("the object's etag", answer.getETag()),
                        OciCalls.required("the object's length", answer.getContentLength()),
                        Objects.requireNonNullElse(
                                answer.getOpcMultipartMd5(), Objects.requireNonNullElse(answer.getContentMd5(), "")),
                        metadata(answer.getOpcMeta())));
    }

    /// The SDK gives the names in whatever letters the wire had.
    private static Map<String, String> metadata(@Nullable Map<String, String> told) {
        var metadata = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (told != null) {
            told.forEach((name, value) ->
                    metadata.put(name.regionMatches(true, 0, "opc-meta-", 0, 9) ? name.substring(9) : name, value));
        }
        return metadata;
    }

    @Override
    public Optional<Content> get(String bucket, String object) {
        return StorageCalls.find(
                        "GetObject",
                        () -> client().getObject(GetObjectRequest.builder()
                                .namespaceName(namespace())
                                .bucketName(bucket)
                                .objectName(object)
                                .build()))
                .map(SdkObjectStorage::content);
    }

    private static Content content(GetObjectResponse answer) {
        byte[] bytes = StorageCalls.ask("GetObject", () -> StorageCalls.read(answer.getInputStream()));
        return new Content(bytes, OciCalls.required("the object's etag", answer.getETag()));
    }

    @Override
    public String put(String bucket, String object, byte[] bytes, Condition condition, Map<String, String> metadata) {
        var request = PutObjectRequest.builder()
                .namespaceName(namespace())
                .bucketName(bucket)
                .objectName(object)
                .contentLength((long) bytes.length)
                .contentMD5(StorageCalls.md5(bytes))
                .contentType(BINARY)
                .opcMeta(metadata)
                .putObjectBody(new ByteArrayInputStream(bytes));
        switch (condition) {
            case Condition.Always() -> {}
            case Condition.Absent() -> request.ifNoneMatch("*");
            case Condition.Unchanged(var etag) -> request.ifMatch(etag);
        }
        return OciCalls.required(
                "the new object's etag",
                StorageCalls.ask("PutObject", () -> client().putObject(request.build()))
                        .getETag());
    }

    @Override
    public boolean delete(String bucket, String object, Condition condition) {
        var request = DeleteObjectRequest.builder()
                .namespaceName(namespace())
                .bucketName(bucket)
                .objectName(object);
        if (condition instanceof Condition.Unchanged(var etag)) {
            request.ifMatch(etag);
        }
        return StorageCalls.find("DeleteObject", () -> client().deleteObject(request.build()))
                .isPresent();
    }

    @Override
    public List<String> list(String bucket, String prefix) {
        return Pages.all(
                        "ListObjects",
                        start -> OciCalls.required(
                                "the list of objects",
                                StorageCalls.ask(
                                                "ListObjects",
                                                () -> client().listObjects(ListObjectsRequest.builder()
                                                        .namespaceName(namespace())
                                                        .bucketName(bucket)
                                                        .prefix(prefix)
                                                        .start(start)
                                                        .build()))
                                        .getListObjects()),
                        ListObjects::getObjects,
                        ListObjects::getNextStartWith)
                .stream()
                .map(object -> OciCalls.required("an object's name", object.getName()))
                .toList();
    }

    @Override
    public List<OpenUpload> openUploads(String bucket) {
        return uploads.open(bucket);
    }

    @Override
    public String beginUpload(String bucket, String object, Map<String, String> metadata) {
        return uploads.begin(bucket, object, metadata);
    }

    @Override
    public Optional<List<Part>> parts(String bucket, OpenUpload upload) {
        return uploads.parts(bucket, upload);
    }

    @Override
    public String sendPart(String bucket, OpenUpload upload, int number, InputStream body, long length, String md5) {
        return uploads.sendPart(bucket, upload, number, body, length, md5);
    }

    @Override
    public String commit(String bucket, OpenUpload upload, Map<Integer, String> etags, Condition condition) {
        return uploads.commit(bucket, upload, etags, condition);
    }

    @Override
    public void giveUp(String bucket, OpenUpload upload) {
        uploads.giveUp(bucket, upload);
    }
}
