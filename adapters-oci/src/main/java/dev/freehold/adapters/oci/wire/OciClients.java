package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.ClientConfiguration;
import com.oracle.bmc.Realm;
import com.oracle.bmc.Region;
import com.oracle.bmc.auth.SimpleAuthenticationDetailsProvider;
import com.oracle.bmc.budget.BudgetClient;
import com.oracle.bmc.circuitbreaker.NoCircuitBreakerConfiguration;
import com.oracle.bmc.common.RegionalClientBuilder;
import com.oracle.bmc.core.BlockstorageClient;
import com.oracle.bmc.core.ComputeClient;
import com.oracle.bmc.core.VirtualNetworkClient;
import com.oracle.bmc.identity.IdentityClient;
import com.oracle.bmc.limits.LimitsClient;
import com.oracle.bmc.limits.QuotasClient;
import com.oracle.bmc.loadbalancer.LoadBalancerClient;
import com.oracle.bmc.monitoring.MonitoringClient;
import com.oracle.bmc.objectstorage.ObjectStorageClient;
import com.oracle.bmc.retrier.RetryConfiguration;
import com.oracle.bmc.usageapi.UsageapiClient;
import com.oracle.bmc.workrequests.WorkRequestClient;
import dev.freehold.adapters.oci.profile.AccessReading;
import dev.freehold.adapters.oci.profile.OciAccess;
import dev.freehold.adapters.oci.profile.ProfileLocation;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The SDK's clients, one a service, each made when it is first asked for: a class of the SDK that nobody needs
/// is not loaded. The profile is read then, too.
public final class OciClients implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    /// OCI answers within seconds; a launch has been seen to take most of a minute.
    private static final int READ_MILLIS = 60_000;

    private static final OciHttp HTTP = new OciHttp();

    private final ProfileLocation profile;
    private final Map<Class<?>, Object> clients = new HashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable OciAccess access;
    private @Nullable SimpleAuthenticationDetailsProvider signing;

    public OciClients(ProfileLocation profile) {
        this.profile = profile;
    }

    public ProfileLocation profile() {
        return profile;
    }

    /// @throws UnusableProfile if the profile can't be used
    public synchronized OciAccess access() {
        var read = access;
        if (read == null) {
            read = AccessReading.read(profile);
            access = read;
        }
        return read;
    }

    public IdentityClient identity() {
        return client(IdentityClient.class, IdentityClient::builder);
    }

    public VirtualNetworkClient network() {
        return client(VirtualNetworkClient.class, VirtualNetworkClient::builder);
    }

    public ComputeClient compute() {
        return client(ComputeClient.class, ComputeClient::builder);
    }

    public BlockstorageClient blockVolumes() {
        return client(BlockstorageClient.class, BlockstorageClient::builder);
    }

    public ObjectStorageClient objectStorage() {
        return client(ObjectStorageClient.class, ObjectStorageClient::builder);
    }

    public LimitsClient limits() {
        return client(LimitsClient.class, LimitsClient::builder);
    }

    public QuotasClient quotas() {
        return client(QuotasClient.class, QuotasClient::builder);
    }

    public BudgetClient budgets() {
        return client(BudgetClient.class, BudgetClient::builder);
    }

    public UsageapiClient usage() {
        return client(UsageapiClient.class, UsageapiClient::builder);
    }

    public MonitoringClient monitoring() {
        return client(MonitoringClient.class, MonitoringClient::builder);
    }

    WorkRequestClient workRequests() {
        return client(WorkRequestClient.class, WorkRequestClient::builder);
    }

    public LoadBalancerClient loadBalancers() {
        return client(LoadBalancerClient.class, LoadBalancerClient::builder);
    }

    private synchronized <B extends RegionalClientBuilder<B, C>, C extends AutoCloseable> C client(
            Class<C> type, Supplier<B> builder) {
        var known = clients.get(type);
        if (known != null) {
            return type.cast(known);
        }
        var own = access();
        var endpoint = own.endpoint();
        // An endpoint and a region together would mean the region.
        var placed = endpoint == null
                ? builder.get().region(region(own.region()))
                : builder.get().endpoint(endpoint.toString());
        var made = placed.httpProvider(HTTP).configuration(plain()).build(signing(own));
        clients.put(type, made);
        open.push(made);
        return made;
    }

    /// One that is newer than the SDK is taken to be in the commercial realm, as Oracle's own reader of
    /// configuration files takes it.
    public static Region region(String name) {
        for (var known : Region.values()) {
            if (known.getRegionId().equals(name)) {
                return known;
            }
        }
        return Region.register(name, Realm.OC1);
    }

    /// Retries and breakers are the engine's.
    private static ClientConfiguration plain() {
        return ClientConfiguration.builder()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .readTimeoutMillis(READ_MILLIS)
                .retryConfiguration(RetryConfiguration.NO_RETRY_CONFIGURATION)
                .circuitBreakerConfiguration(new NoCircuitBreakerConfiguration())
                .build();
    }

    private SimpleAuthenticationDetailsProvider signing(OciAccess own) {
        var known = signing;
        if (known == null) {
            known = SimpleAuthenticationDetailsProvider.builder()
                    .tenantId(own.tenancy())
                    .userId(own.user())
                    .fingerprint(own.fingerprint())
                    .privateKeySupplier(() -> new ByteArrayInputStream(own.key()))
                    .build();
            signing = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception unclosable) {
                // Nothing is lost with a connection that is open when the process ends.
            }
        }
        clients.clear();
    }
}
