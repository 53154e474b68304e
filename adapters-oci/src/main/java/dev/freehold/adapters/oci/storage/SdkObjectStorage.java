package dev.freehold.adapters.oci.storage;

import com.oracle.bmc.objectstorage.model.Bucket;
import com.oracle.bmc.objectstorage.model.CommitMultipartUploadDetails;
import com.oracle.bmc.objectstorage.model.CommitMultipartUploadPartDetails;
import com.oracle.bmc.objectstorage.model.CreateBucketDetails;
import com.oracle.bmc.objectstorage.model.CreateMultipartUploadDetails;
import com.oracle.bmc.objectstorage.model.MultipartUpload;
import com.oracle.bmc.objectstorage.model.MultipartUploadPartSummary;
import com.oracle.bmc.objectstorage.model.ObjectSummary;
import com.oracle.bmc.objectstorage.model.UpdateBucketDetails;
import com.oracle.bmc.objectstorage.requests.AbortMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.CommitMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.CreateBucketRequest;
import com.oracle.bmc.objectstorage.requests.CreateMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.DeleteBucketRequest;
import com.oracle.bmc.objectstorage.requests.DeleteObjectRequest;
import com.oracle.bmc.objectstorage.requests.GetBucketRequest;
import com.oracle.bmc.objectstorage.requests.GetNamespaceRequest;
import com.oracle.bmc.objectstorage.requests.GetObjectRequest;
import com.oracle.bmc.objectstorage.requests.HeadObjectRequest;
import com.oracle.bmc.objectstorage.requests.ListMultipartUploadPartsRequest;
import com.oracle.bmc.objectstorage.requests.ListMultipartUploadsRequest;
import com.oracle.bmc.objectstorage.requests.ListObjectsRequest;
import com.oracle.bmc.objectstorage.requests.PutObjectRequest;
import com.oracle.bmc.objectstorage.requests.UpdateBucketRequest;
import com.oracle.bmc.objectstorage.requests.UploadPartRequest;
import com.oracle.bmc.objectstorage.responses.GetObjectResponse;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.ports.driver.Unforeseen;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Object Storage through the SDK's own client. What it answers is checked for what we need of it: a field that
/// is missing is told, not guessed.
public final class SdkObjectStorage implements ObjectStorage {
    private static final String BINARY = "application/octet-stream";
    /// More pages than any bucket of ours has; a service that never ends a list is not believed.
    private static final int MOST_PAGES = 1_000;

    private final OciClients clients;
    private @Nullable String namespace;

    public SdkObjectStorage(OciClients clients) {
        this.clients = clients;
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
        var names = new ArrayList<String>();
        String start = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = start;
            var answer = StorageCalls.ask(
                    "ListObjects",
                    () -> client().listObjects(ListObjectsRequest.builder()
                            .namespaceName(namespace())
                            .bucketName(bucket)
                            .prefix(prefix)
                            .start(from)
                            .build()));
            var found = OciCalls.required("the list of objects", answer.getListObjects());
            OciCalls.required("the list's objects", found.getObjects()).stream()
                    .map(ObjectSummary::getName)
                    .forEach(name -> names.add(OciCalls.required("an object's name", name)));
            start = found.getNextStartWith();
            if (start == null) {
                return names;
            }
        }
        throw endless("ListObjects");
    }

    private static RuntimeException endless(String what) {
        return new Unforeseen(what + ": the list has no end.");
    }

    @Override
    public List<OpenUpload> openUploads(String bucket) {
        var uploads = new ArrayList<OpenUpload>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = next;
            var answer = StorageCalls.ask(
                    "ListMultipartUploads",
                    () -> client().listMultipartUploads(ListMultipartUploadsRequest.builder()
                            .namespaceName(namespace())
                            .bucketName(bucket)
                            .page(from)
                            .build()));
            for (MultipartUpload one : OciCalls.required("the list of uploads", answer.getItems())) {
                uploads.add(new OpenUpload(
                        OciCalls.required("an upload's object", one.getObject()),
                        OciCalls.required("an upload's id", one.getUploadId())));
            }
            next = answer.getOpcNextPage();
            if (next == null) {
                return uploads;
            }
        }
        throw endless("ListMultipartUploads");
    }

    @Override
    public String beginUpload(String bucket, String object, Map<String, String> metadata) {
        var wire = new TreeMap<String, String>();
        metadata.forEach((name, value) -> wire.put("opc-meta-" + name, value));
        var begun = StorageCalls.ask(
                        "CreateMultipartUpload",
                        () -> client().createMultipartUpload(CreateMultipartUploadRequest.builder()
                                .namespaceName(namespace())
                                .bucketName(bucket)
                                .createMultipartUploadDetails(CreateMultipartUploadDetails.builder()
                                        .object(object)
                                        .contentType(BINARY)
                                        .metadata(wire)
                                        .build())
                                .build()))
                .getMultipartUpload();
        return OciCalls.required(
                "the upload's id", OciCalls.required("the upload", begun).getUploadId());
    }

    @Override
    public Optional<List<Part>> parts(String bucket, OpenUpload upload) {
        var parts = new ArrayList<Part>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = next;
            var answer = StorageCalls.find(
                    "ListMultipartUploadParts",
                    () -> client().listMultipartUploadParts(ListMultipartUploadPartsRequest.builder()
                            .namespaceName(namespace())
                            .bucketName(bucket)
                            .objectName(upload.object())
                            .uploadId(upload.id())
                            .page(from)
                            .build()));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            for (MultipartUploadPartSummary one :
                    OciCalls.required("the list of parts", answer.get().getItems())) {
                parts.add(part(one));
            }
            next = answer.get().getOpcNextPage();
            if (next == null) {
                return Optional.of(parts);
            }
        }
        throw endless("ListMultipartUploadParts");
    }

    private static Part part(MultipartUploadPartSummary one) {
        return new Part(
                OciCalls.required("a part's number", one.getPartNumber()),
                OciCalls.required("a part's etag", one.getEtag()),
                OciCalls.required("a part's size", one.getSize()),
                OciCalls.required("a part's MD5", one.getMd5()));
    }

    @Override
    public String sendPart(String bucket, OpenUpload upload, int number, InputStream body, long length, String md5) {
        return OciCalls.required(
                "the part's etag",
                StorageCalls.ask(
                                "UploadPart",
                                () -> client().uploadPart(UploadPartRequest.builder()
                                        .namespaceName(namespace())
                                        .bucketName(bucket)
                                        .objectName(upload.object())
                                        .uploadId(upload.id())
                                        .uploadPartNum(number)
                                        .contentLength(length)
                                        .contentMD5(md5)
                                        .uploadPartBody(body)
                                        .build()))
                        .getETag());
    }

    @Override
    public String commit(String bucket, OpenUpload upload, Map<Integer, String> etags, Condition condition) {
        var parts = new ArrayList<CommitMultipartUploadPartDetails>();
        new TreeMap<>(etags)
                .forEach((number, etag) -> parts.add(CommitMultipartUploadPartDetails.builder()
                        .partNum(number)
                        .etag(etag)
                        .build()));
        var request = CommitMultipartUploadRequest.builder()
                .namespaceName(namespace())
                .bucketName(bucket)
                .objectName(upload.object())
                .uploadId(upload.id())
                .commitMultipartUploadDetails(CommitMultipartUploadDetails.builder()
                        .partsToCommit(parts)
                        .build());
        switch (condition) {
            case Condition.Always() -> {}
            case Condition.Absent() -> request.ifNoneMatch("*");
            case Condition.Unchanged(var etag) -> request.ifMatch(etag);
        }
        return OciCalls.required(
                "the MD5 of the parts",
                StorageCalls.ask("CommitMultipartUpload", () -> client().commitMultipartUpload(request.build()))
                        .getOpcMultipartMd5());
    }

    @Override
    public void giveUp(String bucket, OpenUpload upload) {
        StorageCalls.find(
                "AbortMultipartUpload",
                () -> client().abortMultipartUpload(AbortMultipartUploadRequest.builder()
                        .namespaceName(namespace())
                        .bucketName(bucket)
                        .objectName(upload.object())
                        .uploadId(upload.id())
                        .build()));
    }
}
