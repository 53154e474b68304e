package dev.freehold.lab;

import dev.freehold.lab.compute.BootVolumeApi;
import dev.freehold.lab.compute.CapabilityApi;
import dev.freehold.lab.compute.Capacity;
import dev.freehold.lab.compute.ConsoleApi;
import dev.freehold.lab.compute.ImageApi;
import dev.freehold.lab.compute.ImageObjects;
import dev.freehold.lab.compute.InstanceApi;
import dev.freehold.lab.compute.ReadyImages;
import dev.freehold.lab.compute.ShapeApi;
import dev.freehold.lab.compute.VnicAttachments;
import dev.freehold.lab.cost.BudgetsApi;
import dev.freehold.lab.cost.Meter;
import dev.freehold.lab.cost.UsageApi;
import dev.freehold.lab.identity.CompartmentApi;
import dev.freehold.lab.identity.Domains;
import dev.freehold.lab.identity.UserApi;
import dev.freehold.lab.limit.LimitCatalogue;
import dev.freehold.lab.limit.Limits;
import dev.freehold.lab.loadbalancer.LoadBalancerApi;
import dev.freehold.lab.monitoring.MonitoringApi;
import dev.freehold.lab.network.PrivateIpApi;
import dev.freehold.lab.network.PublicIpApi;
import dev.freehold.lab.network.SecurityGroupApi;
import dev.freehold.lab.network.SubnetApi;
import dev.freehold.lab.network.VcnApi;
import dev.freehold.lab.network.VcnPartsApi;
import dev.freehold.lab.network.Vnics;
import dev.freehold.lab.notification.NotificationsApi;
import dev.freehold.lab.objectstorage.ObjectStorageApi;
import dev.freehold.lab.oci.Api;
import dev.freehold.lab.oci.Routes;
import dev.freehold.lab.quota.LimitsApi;
import dev.freehold.lab.quota.QuotasApi;
import dev.freehold.lab.quota.TenancyQuotas;
import dev.freehold.lab.tenancy.Tenancy;
import dev.freehold.lab.workrequest.WorkRequests;
import dev.freehold.lab.world.World;
import java.util.List;
import java.util.stream.Stream;

/// Oracle's services, put together. A further one is a line in [#apis].
record OracleCloud(Tenancy tenancy, World world, Limits limits, Meter meter, LabSettings settings) {

    static OracleCloud over(World world, LabSettings settings) {
        var tenancy = Tenancy.in(world, settings.tenancy(), settings.region());
        var domains = tenancy.availabilityDomains();
        // Not the first domain, as a rule: clients have to look for it.
        var microDomain = (int) Math.floorMod(settings.seed() - 1, (long) domains.size());
        var limits = new Limits(LimitCatalogue.of(settings.tenancy(), domains, microDomain));
        return new OracleCloud(tenancy, world, limits, new Meter(settings.tenancy(), limits), settings);
    }

    private List<Api> apis() {
        var id = tenancy.id();
        var quotas = new TenancyQuotas(id, tenancy.region().name());
        limits.obey(quotas);
        var storage = new ObjectStorageApi(settings.folder().resolve("objects"), tenancy, world, limits);
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
                new Domains(tenancy, world.ocids()),
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
    Routes routes() {
        var routes = new Routes();
        for (var api : apis()) {
            api.serve(routes);
            api.watch(world);
        }
        return routes;
    }
}
