package dev.freehold.adapters.oci.storage;

import com.oracle.bmc.objectstorage.model.CommitMultipartUploadDetails;
import com.oracle.bmc.objectstorage.model.CommitMultipartUploadPartDetails;
import com.oracle.bmc.objectstorage.model.CreateMultipartUploadDetails;
import com.oracle.bmc.objectstorage.model.MultipartUploadPartSummary;
import com.oracle.bmc.objectstorage.requests.AbortMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.CommitMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.CreateMultipartUploadRequest;
import com.oracle.bmc.objectstorage.requests.ListMultipartUploadPartsRequest;
import com.oracle.bmc.objectstorage.requests.ListMultipartUploadsRequest;
import com.oracle.bmc.objectstorage.requests.UploadPartRequest;
import com.oracle.bmc.objectstorage.responses.ListMultipartUploadPartsResponse;
import com.oracle.bmc.objectstorage.responses.ListMultipartUploadsResponse;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.OpenUpload;
import dev.freehold.adapters.oci.storage.ObjectStorage.Part;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Uploads of parts, each open until it is committed or given up.
final class PartUploads {
    private final OciClients clients;
    private final Supplier<String> namespace;

    PartUploads(OciClients clients, Supplier<String> namespace) {
        this.clients = clients;
        this.namespace = namespace;
    }

    private com.oracle.bmc.objectstorage.ObjectStorage client() {
        return clients.objectStorage();
    }

    List<OpenUpload> open(String bucket) {
        return Pages.all(
                        "ListMultipartUploads",
                        page -> StorageCalls.ask(
                                "ListMultipartUploads",
                                () -> client().listMultipartUploads(ListMultipartUploadsRequest.builder()
                                        .namespaceName(namespace.get())
                                        .bucketName(bucket)
                                        .page(page)
                                        .build())),
                        ListMultipartUploadsResponse::getItems,
                        ListMultipartUploadsResponse::getOpcNextPage)
                .stream()
                .map(one -> new OpenUpload(
                        OciCalls.required("an upload's object", one.getObject()),
                        OciCalls.required("an upload's id", one.getUploadId())))
                .toList();
    }

    String begin(String bucket, String object, Map<String, String> metadata) {
        var wire = new TreeMap<String, String>();
        metadata.forEach((name, value) -> wire.put("opc-meta-" + name, value));
        var begun = StorageCalls.ask(
                        "CreateMultipartUpload",
                        () -> client().createMultipartUpload(CreateMultipartUploadRequest.builder()
                                .namespaceName(namespace.get())
                                .bucketName(bucket)
                                .createMultipartUploadDetails(CreateMultipartUploadDetails.builder()
                                        .object(object)
                                        .contentType(SdkObjectStorage.BINARY)
                                        .metadata(wire)
                                        .build())
                                .build()))
                .getMultipartUpload();
        return OciCalls.required(
                "the upload's id", OciCalls.required("the upload", begun).getUploadId());
    }

    Optional<List<Part>> parts(String bucket, OpenUpload upload) {
        return StorageCalls.find("ListMultipartUploadParts", () -> listed(bucket, upload))
                .map(all -> all.stream().map(PartUploads::part).toList());
    }

    private List<MultipartUploadPartSummary> listed(String bucket, OpenUpload upload) {
        return Pages.all(
                "ListMultipartUploadParts",
                page -> StorageCalls.ask(
                        "ListMultipartUploadParts",
                        () -> client().listMultipartUploadParts(ListMultipartUploadPartsRequest.builder()
                                .namespaceName(namespace.get())
                                .bucketName(bucket)
                                .objectName(upload.object())
                                .uploadId(upload.id())
                                .page(page)
                                .build())),
                ListMultipartUploadPartsResponse::getItems,
                ListMultipartUploadPartsResponse::getOpcNextPage);
    }

    private static Part part(MultipartUploadPartSummary one) {
        return new Part(
                OciCalls.required("a part's number", one.getPartNumber()),
                OciCalls.required("a part's etag", one.getEtag()),
                OciCalls.required("a part's size", one.getSize()),
                OciCalls.required("a part's MD5", one.getMd5()));
    }

    String sendPart(String bucket, OpenUpload upload, int number, InputStream body, long length, String md5) {
        return OciCalls.required(
                "the part's etag",
                StorageCalls.ask(
                                "UploadPart",
                                () -> client().uploadPart(UploadPartRequest.builder()
                                        .namespaceName(namespace.get())
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

    String commit(String bucket, OpenUpload upload, Map<Integer, String> etags, Condition condition) {
        var parts = new ArrayList<CommitMultipartUploadPartDetails>();
        new TreeMap<>(etags)
                .forEach((number, etag) -> parts.add(CommitMultipartUploadPartDetails.builder()
                        .partNum(number)
                        .etag(etag)
                        .build()));
        var request = CommitMultipartUploadRequest.builder()
                .namespaceName(namespace.get())
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

    void giveUp(String bucket, OpenUpload upload) {
        StorageCalls.find(
                "AbortMultipartUpload",
                () -> client().abortMultipartUpload(AbortMultipartUploadRequest.builder()
                        .namespaceName(namespace.get())
                        .bucketName(bucket)
                        .objectName(upload.object())
                        .uploadId(upload.id())
                        .build()));
    }
}
