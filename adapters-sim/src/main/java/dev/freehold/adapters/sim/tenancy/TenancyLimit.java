package dev.freehold.adapters.sim.tenancy;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.spec.NodeSpec;
import java.math.RoundingMode;
import java.util.function.ToLongFunction;

/// What Oracle Cloud counts in a tenancy, by the names of its limits service and its quota families.
public enum TenancyLimit {
    A1_CORES(
            "compute-core",
            "standard-a1-core-count",
            OciResource.Instance.class,
            a1(i -> whole(i.size().ocpus()))),
    A1_REGIONAL_CORES(
            "compute-core",
            "standard-a1-core-regional-count",
            OciResource.Instance.class,
            a1(i -> whole(i.size().ocpus()))),
    A1_MEMORY(
            "compute-memory",
            "standard-a1-memory-count",
            OciResource.Instance.class,
            a1(i -> whole(i.size().memory()))),
    A1_REGIONAL_MEMORY(
            "compute-memory",
            "standard-a1-memory-regional-count",
            OciResource.Instance.class,
            a1(i -> whole(i.size().memory()))),
    MICRO_CORES(
            "compute-core",
            "standard-e2-micro-core-count",
            OciResource.Instance.class,
            instance -> shape(instance) == NodeSpec.Shape.E2_1_MICRO ? 1 : 0),
    CUSTOM_IMAGES("compute", "custom-image-count", ImageResource.CustomImage.class, _ -> 1),
    STORAGE_GIGABYTES(
            "block-storage",
            "total-storage-gb",
            OciResource.Instance.class,
            instance -> whole(((OciResource.Instance) instance).size().bootVolume())),
    /// Boot volumes count as volumes, by Oracle's page on block volume quotas.
    VOLUMES("block-storage", "volume-count", OciResource.Instance.class, _ -> 1),
    VCNS("vcn", "vcn-count", OciResource.Vcn.class, _ -> 1),
    RESERVED_PUBLIC_IPS("vcn", "reserved-public-ip-count", OciResource.ReservedPublicIp.class, _ -> 1),
    LOAD_BALANCERS("load-balancer", "lb-flexible-count", OciResource.LoadBalancer.class, _ -> 1),
    LOAD_BALANCER_BANDWIDTH(
            "load-balancer",
            "lb-flexible-bandwidth-sum",
            OciResource.LoadBalancer.class,
            balancer -> ((OciResource.LoadBalancer) balancer).max().count()),
    OBJECT_BYTES(
            "object-storage",
            "storage-bytes",
            ImageResource.ImageUpload.class,
            upload -> whole(((ImageResource.ImageUpload) upload).size()) << 30);

    private final String family;
    private final String oci;
    private final Class<? extends Resource> kind;
    private final ToLongFunction<Resource> taken;

    TenancyLimit(String family, String oci, Class<? extends Resource> kind, ToLongFunction<Resource> taken) {
        this.family = family;
        this.oci = oci;
        this.kind = kind;
        this.taken = taken;
    }

    public String family() {
        return family;
    }

    /// Oracle's name of the limit.
    public String oci() {
        return oci;
    }

    /// What the kind of resource is that takes of it.
    public Class<? extends Resource> kind() {
        return kind;
    }

    /// How much of it `resource` takes while it stands; nothing if it is of another kind.
    public long takenBy(Resource resource) {
        return kind.isInstance(resource) ? taken.applyAsLong(resource) : 0;
    }

    private static ToLongFunction<Resource> a1(ToLongFunction<OciResource.Instance> taken) {
        return instance ->
                shape(instance) == NodeSpec.Shape.A1_FLEX ? taken.applyAsLong((OciResource.Instance) instance) : 0;
    }

    private static NodeSpec.Shape shape(Resource instance) {
        return ((OciResource.Instance) instance).size().shape();
    }

    private static long whole(Ocpus ocpus) {
        return ocpus.count().setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static long whole(Gigabytes gigabytes) {
        return gigabytes.count().setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
