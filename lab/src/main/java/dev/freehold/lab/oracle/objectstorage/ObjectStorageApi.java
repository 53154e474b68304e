package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.bucket.Buckets;
import dev.freehold.lab.oracle.compute.ImageObjects;
import dev.freehold.lab.oracle.limit.Gauge;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.world.World;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/// The Object Storage API. Its paths have no version.
public final class ObjectStorageApi implements Api {
    private final Tenancy tenancy;
    private final World world;
    private final Limits limits;
    private final Namespace namespace;

    /// @param folder for the objects; it is made if it is not there
    public ObjectStorageApi(Path folder, Tenancy tenancy, World world, Limits limits) {
        this.tenancy = tenancy;
        this.world = world;
        this.limits = limits;
        var known = world.change(
                tx -> tx.stream(Namespace.BUCKET).map(Namespace::key).collect(Collectors.toSet()));
        var contents = new Buckets(folder, world.clock()::now, known);
        // Namespaces are twelve letters and digits; this is what the tenancy's OCID ends in.
        var name = tenancy.id().substring(tenancy.id().length() - 12);
        this.namespace = new Namespace(name, world, contents);
        limits.gauge(
                ContentIntake.LIMIT,
                tx -> tx.stream(Namespace.BUCKET)
                        .map(bucket -> new Gauge.Use(
                                bucket.compartmentId(),
                                "",
                                namespace.contents(bucket).bytes())));
    }

    /// Where Compute imports images from.
    public ImageObjects images() {
        return new ImportedObjects(namespace);
    }

    @Override
    public void serve(Routes routes) {
        routes.get("/n", (_, _) -> Replies.ok(StringNode.valueOf(namespace.name())));
        routes.get("/n/{namespace}", (call, _) -> {
            namespace.check(call);
            return Replies.ok(Json.object()
                    .put("namespace", namespace.name())
                    .put("defaultS3CompartmentId", tenancy.id())
                    .put("defaultSwiftCompartmentId", tenancy.id()));
        });
        var arrivals = new ContentIntake(namespace, world, limits);
        var objects = new ObjectCalls(namespace, arrivals);
        new BucketCalls(namespace, tenancy.id()).serve(routes);
        objects.serve(routes);
        new UploadCalls(namespace, arrivals).serve(routes);
        new AccessRequestCalls(namespace, world, objects).serve(routes);
        // Copies and the like are work here; the lab has none of them.
        routes.get("/workRequests", (call, _) -> {
            call.requiredQuery("compartmentId");
            return Replies.page(call, java.util.List.of());
        });
        routes.get("/workRequests/{workRequestId}", (call, _) -> {
            throw Refusal.notFound("work request " + call.path("workRequestId"));
        });
    }
}
