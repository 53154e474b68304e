package dev.freehold.adapters.oci;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The drivers of governance and network, held to the contract over signed HTTP against the lab.
@ParameterizedClass(name = "{0}")
@MethodSource("resources")
class LabDriverTest implements ResourceDriverContract<Resource> {
    private static final List<Resource> LAID_OUT = Stream.concat(
                    SmallPlatform.resources().stream(), SmallPlatform.onMachines().stream())
            .toList();

    @Parameter
    private Resource wanted;

    @TempDir
    private Path folder;

    private LabCloud lab;

    static List<Resource> resources() {
        return LAID_OUT.stream()
                .filter(resource -> !resource.equals(SmallPlatform.OTHER_ROUTES))
                .toList();
    }

    @BeforeEach
    void open() throws InterruptedException {
        lab = LabCloud.in(folder);
        if (SmallPlatform.onMachines().contains(wanted)) {
            lab.makeBases(SmallPlatform.MACHINE, SmallPlatform.resources());
            lab.launch(SmallPlatform.MACHINE);
        }
        lab.makeBases(wanted, LAID_OUT);
        if (changed().isPresent()) {
            lab.makeBases(changed().get(), SmallPlatform.resources());
        }
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Override
    public ResourceDriver<Resource> driver() {
        return lab.cloud().drivers().of(wanted);
    }

    @Override
    public Resource wanted() {
        return wanted;
    }

    @Override
    public Context context() {
        return lab.context();
    }

    @Override
    public Outside outside() {
        return new OracleOutside(lab, wanted, folder);
    }

    @Override
    public Optional<Resource> changed() {
        return switch (wanted) {
            case SetupResource.Compartment it ->
                Optional.of(new SetupResource.Compartment(it.name(), "renamed", it.configuration()));
            case SetupResource.QuotaPolicy it ->
                Optional.of(new SetupResource.QuotaPolicy(it.name(), SmallPlatform.statements(2), it.compartment()));
            case SetupResource.Budget it ->
                Optional.of(new SetupResource.Budget(it.name(), Usd.of("5"), it.compartment()));
            case SetupResource.BudgetAlertRule it ->
                Optional.of(
                        new SetupResource.BudgetAlertRule(it.name(), Usd.of("0.5"), "you@example.org", it.budget()));
            case OciResource.RouteTable it ->
                Optional.of(
                        new OciResource.RouteTable(it.name(), Cidr.parse("198.51.100.0/24"), it.vcn(), it.gateway()));
            case OciResource.SecurityList it ->
                Optional.of(new OciResource.SecurityList(it.name(), other(it.rules()), it.vcn()));
            case OciResource.NetworkSecurityGroup it ->
                Optional.of(new OciResource.NetworkSecurityGroup(it.name(), other(it.rules()), it.vcn()));
            case OciResource.Subnet it ->
                Optional.of(new OciResource.Subnet(
                        it.name(), it.cidr(), it.vcn(), Ref.to(SmallPlatform.OTHER_ROUTES), it.security()));
            case OciResource.LoadBalancer it ->
                Optional.of(new OciResource.LoadBalancer(
                        it.name(), it.min(), it.max(), it.subnet(), it.securityGroups(), List.of(), it.guards()));
            default -> Optional.empty();
        };
    }

    /// One rule less and another one more.
    private static List<OciResource.SecurityRule> other(List<OciResource.SecurityRule> rules) {
        var other = new ArrayList<>(rules.subList(1, rules.size()));
        other.add(SmallPlatform.in("6", Cidr.parse("203.0.113.7/32"), 443, 443, "HTTPS"));
        return other;
    }
}
