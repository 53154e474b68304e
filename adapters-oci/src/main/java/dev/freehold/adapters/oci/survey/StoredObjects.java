package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.objectstorage.model.Bucket;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Usage;
import java.math.BigDecimal;
import java.math.MathContext;

/// What buckets hold, as Oracle reports it about every hour.
final class StoredObjects {
    private static final BigDecimal BYTES_OF_A_GIGABYTE = BigDecimal.valueOf(1L << 30);

    private final Tenancy tenancy;
    private final CompartmentBuckets buckets;

    StoredObjects(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.buckets = new CompartmentBuckets(tenancy);
    }

    Usage ofOthers(String compartment) {
        return Usage.of(LimitRule.OBJECT_STORAGE, gigabytes(compartment, false));
    }

    /// What our own buckets of the compartment hold, in GB.
    BigDecimal ofOurs(String compartment) {
        return gigabytes(compartment, true);
    }

    private BigDecimal gigabytes(String compartment, boolean ours) {
        return buckets.in(buckets.namespace(), compartment).stream()
                .filter(bucket -> tenancy.ownership().isOurs(bucket.getFreeformTags()) == ours)
                .map(StoredObjects::gigabytes)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Nothing while Oracle has not counted yet.
    private static BigDecimal gigabytes(Bucket bucket) {
        var bytes = bucket.getApproximateSize();
        return BigDecimal.valueOf(bytes == null ? 0 : bytes).divide(BYTES_OF_A_GIGABYTE, MathContext.DECIMAL64);
    }
}
