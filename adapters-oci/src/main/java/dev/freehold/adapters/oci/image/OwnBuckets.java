package dev.freehold.adapters.oci.image;

import com.oracle.bmc.objectstorage.model.Bucket;
import com.oracle.bmc.objectstorage.model.BucketSummary;
import com.oracle.bmc.objectstorage.requests.GetBucketRequest;
import com.oracle.bmc.objectstorage.requests.GetNamespaceRequest;
import com.oracle.bmc.objectstorage.requests.ListBucketsRequest;
import com.oracle.bmc.objectstorage.responses.ListBucketsResponse;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Kind;
import dev.freehold.ports.skeleton.Declined;
import java.util.List;
import java.util.Optional;

/// The buckets of a compartment, and which of them the images of this platform lie in.
public final class OwnBuckets {
    private final Tenancy tenancy;

    public OwnBuckets(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// The tenancy's namespace in Object Storage.
    public String namespace() {
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
    public List<Bucket> in(String namespace, String compartment) {
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

    /// The one that bears our tags as the images' bucket.
    ///
    /// @throws Declined there is none
    String one(String namespace, String compartment) {
        var kind = Kind.of(ImageResource.Bucket.class).word();
        return in(namespace, compartment).stream()
                .filter(bucket -> tenancy.ownership().isOurs(bucket.getFreeformTags()))
                .filter(bucket -> Ownership.resource(bucket.getFreeformTags())
                        .filter(id -> id.kind().equals(kind))
                        .isPresent())
                .map(bucket -> OciCalls.required("the name of a bucket", bucket.getName()))
                .findFirst()
                .orElseThrow(() -> new Declined(
                        Declined.Reason.ABSENT,
                        "BucketNotFound",
                        "No bucket of the platform's images is in its compartment. Deploy images again."));
    }
}
