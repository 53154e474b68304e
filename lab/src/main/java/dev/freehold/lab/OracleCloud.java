package dev.freehold.lab;

import dev.freehold.lab.cost.BudgetsApi;
import dev.freehold.lab.cost.Meter;
import dev.freehold.lab.cost.UsageApi;
import dev.freehold.lab.limit.LimitCatalogue;
import dev.freehold.lab.limit.Limits;
import dev.freehold.lab.objectstorage.ObjectStorageApi;
import dev.freehold.lab.oci.Api;
import dev.freehold.lab.oci.Routes;
import dev.freehold.lab.quota.LimitsApi;
import dev.freehold.lab.quota.QuotasApi;
import dev.freehold.lab.quota.TenancyQuotas;
import dev.freehold.lab.tenancy.Tenancy;
import dev.freehold.lab.world.World;
import java.util.List;

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
        return List.of(
                new ObjectStorageApi(settings.folder().resolve("objects"), tenancy, world, limits),
                new QuotasApi(id, world.ocids()),
                new LimitsApi(limits, quotas, id, tenancy.availabilityDomains()),
                new BudgetsApi(id, world.ocids(), meter),
                new UsageApi(tenancy, meter));
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
