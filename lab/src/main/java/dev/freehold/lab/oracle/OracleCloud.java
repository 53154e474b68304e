package dev.freehold.lab.oracle;

import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.compute.BootVolumeApi;
import dev.freehold.lab.oracle.compute.CapabilityApi;
import dev.freehold.lab.oracle.compute.Capacity;
import dev.freehold.lab.oracle.compute.ConsoleApi;
import dev.freehold.lab.oracle.compute.ImageApi;
import dev.freehold.lab.oracle.compute.ImageObjects;
import dev.freehold.lab.oracle.compute.InstanceApi;
import dev.freehold.lab.oracle.compute.ReadyImages;
import dev.freehold.lab.oracle.compute.ShapeApi;
import dev.freehold.lab.oracle.compute.VnicAttachments;
import dev.freehold.lab.oracle.cost.BudgetsApi;
import dev.freehold.lab.oracle.cost.Meter;
import dev.freehold.lab.oracle.cost.UsageApi;
import dev.freehold.lab.oracle.identity.CompartmentApi;
import dev.freehold.lab.oracle.identity.DomainApi;
import dev.freehold.lab.oracle.identity.UserApi;
import dev.freehold.lab.oracle.limit.LimitCatalogue;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.loadbalancer.LoadBalancerApi;
import dev.freehold.lab.oracle.monitoring.MonitoringApi;
import dev.freehold.lab.oracle.network.PrivateIpApi;
import dev.freehold.lab.oracle.network.PublicIpApi;
import dev.freehold.lab.oracle.network.SecurityGroupApi;
import dev.freehold.lab.oracle.network.SubnetApi;
import dev.freehold.lab.oracle.network.VcnApi;
import dev.freehold.lab.oracle.network.VcnPartsApi;
import dev.freehold.lab.oracle.network.Vnics;
import dev.freehold.lab.oracle.notification.NotificationsApi;
import dev.freehold.lab.oracle.objectstorage.ObjectStorageApi;
import dev.freehold.lab.oracle.quota.LimitsApi;
import dev.freehold.lab.oracle.quota.QuotasApi;
import dev.freehold.lab.oracle.quota.TenancyQuotas;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Oracle's services, put together. A further one is a line in [#apis].
record OracleCloud(Tenancy tenancy, World world, Limits limits, Meter meter, CloudSettings settings) {

    static OracleCloud over(World world, CloudSettings settings) {
        var tenancy = Tenancy.in(world, settings.allowance(), settings.region());
        var domains = tenancy.availabilityDomains();
        // Not the first domain, as a rule: clients have to look for it.
        var microDomain = (int) Math.floorMod(world.ocids().seed() - 1, (long) domains.size());
        var limits = new Limits(LimitCatalogue.of(settings.allowance(), domains, microDomain));
        return new OracleCloud(tenancy, world, limits, new Meter(settings.allowance(), limits), settings);
    }

    private List<Api> apis(Path folder) {
        var id = tenancy.id();
        var quotas = new TenancyQuotas(id, tenancy.region().name());
        limits.obey(quotas);
        var storage = new ObjectStorageApi(folder.resolve("objects"), tenancy, world, limits);
        var account = List.of(
                storage,
                new QuotasApi(id, world.ocids()),
                new LimitsApi(limits, quotas, id, tenancy.availabilityDomains()),
                new BudgetsApi(id, world.ocids(), meter),
                new UsageApi(tenancy, meter),
                new MonitoringApi(),
                new NotificationsApi());
        return Stream.concat(account.stream(), core(storage.images()).stream()).toList();
    }

    /// Identity, networking and Compute.
    private List<Api> core(ImageObjects objects) {
        var workRequests = new WorkRequests();
        var capacity = new Capacity(tenancy, limits, settings.fullDomains());
        ReadyImages.in(world, tenancy.id());
        return List.of(
                workRequests,
                new DomainApi(tenancy, world.ocids()),
                new CompartmentApi(tenancy, workRequests),
                new UserApi(tenancy),
                new VcnApi(limits, workRequests),
                new VcnPartsApi(limits),
                new SecurityGroupApi(),
                new SubnetApi(tenancy),
                new Vnics(),
                new PrivateIpApi(),
                new PublicIpApi(limits),
                new ShapeApi(tenancy, capacity),
                new ImageApi(limits, objects, workRequests),
                new CapabilityApi(world.ocids()),
                new BootVolumeApi(limits),
                new VnicAttachments(),
                new InstanceApi(
                        tenancy,
                        limits,
                        capacity,
                        workRequests,
                        settings.quirks().vnicLag()),
                new ConsoleApi(),
                new LoadBalancerApi(tenancy, limits));
    }

    /// All that they serve; from now on the world follows their rules.
    ///
    /// @param folder for what is too large for the world
    Routes routes(Path folder) {
        var routes = new Routes();
        for (var api : apis(folder)) {
            api.serve(routes);
            api.watch(world);
        }
        return routes;
    }
}
