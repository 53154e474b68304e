package dev.freehold.adapters.oci;

import com.oracle.bmc.objectstorage.model.BucketSummary;
import com.oracle.bmc.objectstorage.requests.GetBucketRequest;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// What buckets hold, as Oracle reports it about every hour.
final class StoredObjects {
    private static final BigDecimal BYTES_OF_A_GIGABYTE = BigDecimal.valueOf(1L << 30);

    private final Tenancy tenancy;
    private final OwnBuckets buckets;

    StoredObjects(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.buckets = new OwnBuckets(tenancy);
    }

    Usage ofOthers(String compartment) {
        var namespace = buckets.namespace();
        return buckets.in(namespace, compartment).stream()
                .filter(bucket -> !tenancy.ownership().isOurs(bucket.getFreeformTags()))
                .map(bucket -> Usage.of(LimitRule.OBJECT_STORAGE, gigabytes(namespace, bucket)))
                .reduce(Usage.NONE, Usage::plus);
    }

    /// What our own buckets of the compartment hold.
    BigDecimal ofOurs(String compartment) {
        var namespace = buckets.namespace();
        return buckets.in(namespace, compartment).stream()
                .filter(bucket -> tenancy.ownership().isOurs(bucket.getFreeformTags()))
                .map(bucket -> gigabytes(namespace, bucket))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Nothing while Oracle has not counted yet.
    private BigDecimal gigabytes(String namespace, BucketSummary bucket) {
        var bytes = OciCalls.find(
                        "GetBucket",
                        () -> tenancy.clients()
                                .objectStorage()
                                .getBucket(GetBucketRequest.builder()
                                        .namespaceName(namespace)
                                        .bucketName(bucket.getName())
                                        .fields(List.of(GetBucketRequest.Fields.ApproximateSize))
                                        .build())
                                .getBucket())
                .map(one -> one.getApproximateSize() == null ? 0L : one.getApproximateSize())
                .orElse(0L);
        return BigDecimal.valueOf(bytes).divide(BYTES_OF_A_GIGABYTE, MathContext.DECIMAL64);
    }
}
