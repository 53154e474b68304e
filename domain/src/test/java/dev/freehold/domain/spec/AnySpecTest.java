package dev.freehold.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnySpecTest {
    private final List<Spec> many =
            LongStream.range(0, 2_000).mapToObj(AnySpec::of).toList();

    @Test
    void the_same_seed_gives_the_same_spec() {
        assertThat(AnySpec.of(42)).isEqualTo(AnySpec.of(42)).isNotEqualTo(AnySpec.of(43));
    }

    @Test
    void every_feature_of_a_spec_occurs_and_is_missing() {
        List<Predicate<Spec>> features = List.of(
                spec -> spec.hosts().isEmpty(),
                spec -> spec.hosts().size() == 6,
                spec -> spec.nodes().isEmpty(),
                spec -> spec.bastion() != null,
                spec -> spec.nodes().stream().anyMatch(node -> node.name().equals("watch")),
                spec -> spec.ceph() != null,
                spec -> spec.access().ingress() != null,
                spec -> spec.access().loadBalancer() != null,
                spec -> spec.cluster().kubernetes().controlPlanes().count() == 1,
                spec -> spec.cluster().kubernetes().controlPlanes().count() == 5,
                spec -> spec.cluster().kubernetes().workers().count() > 0,
                spec -> spec.account().acceptUsdPerMonth().amount().signum() > 0,
                spec -> spec.account().allowance().equals("always-free-2021"),
                spec -> spec.account().allowance().equals("always-free-2026-06"),
                spec -> spec.account().allowance().equals("payg-2026-10"),
                spec -> spec.state() instanceof StateSpec.Oci,
                spec -> spec.network().subnet().equals(spec.network().vcn()));
        for (var feature : features) {
            assertThat(many).anyMatch(feature);
            assertThat(many).anyMatch(feature.negate());
        }
    }

    @Test
    void a_wanted_spec_is_found() {
        var spec = AnySpec.such(7, any -> any.hosts().size() == 3 && any.bastion() != null);

        assertThat(spec.hosts()).hasSize(3);
    }
}
