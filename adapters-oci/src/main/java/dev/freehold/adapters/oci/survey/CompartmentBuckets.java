package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.objectstorage.model.Bucket;
import com.oracle.bmc.objectstorage.model.BucketSummary;
import com.oracle.bmc.objectstorage.requests.GetBucketRequest;
import com.oracle.bmc.objectstorage.requests.GetNamespaceRequest;
import com.oracle.bmc.objectstorage.requests.ListBucketsRequest;
import com.oracle.bmc.objectstorage.responses.ListBucketsResponse;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import java.util.List;
import java.util.Optional;

/// The buckets of a compartment, with what they hold.
final class CompartmentBuckets {
    private final Tenancy tenancy;

    CompartmentBuckets(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// The tenancy's namespace in Object Storage.
    String namespace() {
        return OciCalls.required(
                "the namespace of Object Storage",
                OciCalls.ask(
                        "GetNamespace",
                        () -> tenancy.clients()
                                .objectStorage()
                                .getNamespace(GetNamespaceRequest.builder().build())
                                .getValue()));
    }

    /// Each with its tags and the size of what it holds, which a list doesn't show.
    List<Bucket> in(String namespace, String compartment) {
        return Pages.all(
                        "ListBuckets",
                        page -> tenancy.clients()
                                .objectStorage()
                                .listBuckets(ListBucketsRequest.builder()
                                        .namespaceName(namespace)
                                        .compartmentId(compartment)
                                        .page(page)
                                        .build()),
                        ListBucketsResponse::getItems,
                        ListBucketsResponse::getOpcNextPage)
                .stream()
                .flatMap(bucket -> get(namespace, bucket).stream())
                .toList();
    }

    private Optional<Bucket> get(String namespace, BucketSummary bucket) {
        return OciCalls.find(
                "GetBucket",
                () -> tenancy.clients()
                        .objectStorage()
                        .getBucket(GetBucketRequest.builder()
                                .namespaceName(namespace)
                                .bucketName(bucket.getName())
                                .fields(List.of(GetBucketRequest.Fields.ApproximateSize))
                                .build())
                        .getBucket());
    }
}
