package dev.freehold.adapters.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.ports.driver.Trouble;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.ImageFacts;
import dev.freehold.ports.probe.Probe;
import dev.freehold.ports.probe.ProbeContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The probes of a tenancy, held to the contract over signed HTTP against the lab.
@ParameterizedClass(name = "{0}")
@EnumSource
class LabProbesTest implements ProbeContract<Object> {
    /// Questions that are asked by POST.
    private static final List<String> QUESTIONS = List.of("/20200107/usage", "/20180401/metrics");

    enum Subject {
        IMAGES,
        CLOUD,
        BILLING
    }

    @Parameter
    private Subject subject;

    @TempDir
    private Path folder;

    private LabCloud lab;

    @BeforeEach
    void open() {
        lab = LabCloud.in(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Override
    public Probe<Object> probe() {
        return () -> of(lab.cloud().probes(lab.timeline())).read().map(facts -> (Object) facts);
    }

    private Probe<?> of(OciProbes probes) {
        return switch (subject) {
            case IMAGES -> probes.images(List::of);
            case CLOUD -> probes.cloud(_ -> Optional.empty());
            case BILLING -> probes.billing();
        };
    }

    /// Time all but stands still then: what machines have used and cost would grow from one look to the next.
    @Override
    public void make() throws InterruptedException {
        new WholePlatform(lab, folder).make();
        lab.troubled(settings -> settings.withPace(0.001));
    }

    @Override
    public void check(Object read) {
        switch (read) {
            case ImageFacts facts ->
                assertThat(facts.images()).singleElement().satisfies(image -> {
                    assertThat(image.name()).isEqualTo(SmallMachines.IMAGE.name());
                    assertThat(image.firmware()).isEqualTo(SmallMachines.SCHEMA.firmware());
                    assertThat(image.shapes()).contains(SmallMachines.ENTRY.shape());
                });
            case CloudFacts facts -> {
                assertThat(facts.vcns()).containsExactly(SmallPlatform.VCN.cidr());
                assertThat(facts.subnets()).containsExactly(SmallPlatform.SUBNET.cidr());
                assertThat(facts.machines())
                        .extracting(machine -> machine.addresses().address())
                        .containsExactlyInAnyOrder(
                                SmallMachines.HOST.vnic().address(),
                                SmallMachines.OTHER_HOST.vnic().address(),
                                SmallMachines.BASTION.vnic().address());
                assertThat(facts.reservedPublicIps()).isOne();
            }
            case BillingFacts facts -> {
                assertThat(facts.budget()).isPresent();
                assertThat(facts.alert().orElseThrow().email()).isEqualTo(SmallPlatform.ALERT.email());
                assertThat(facts.quotas()).isEqualTo(SmallPlatform.QUOTA.statements());
            }
            default -> throw new AssertionError("nobody asked for " + read);
        }
    }

    /// Every request so far that could have changed something.
    @Override
    public Object world() {
        return RunningLab.requests(folder).stream()
                .filter(request -> !request.startsWith("GET ") && !request.startsWith("HEAD "))
                .filter(request -> QUESTIONS.stream().noneMatch(request::contains))
                .toList();
    }

    @Override
    public Trouble blindness() {
        return lab.byHand().withoutKey();
    }
}
