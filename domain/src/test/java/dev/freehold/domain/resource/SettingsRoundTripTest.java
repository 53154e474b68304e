package dev.freehold.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.spec.DefaultSpec;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsRoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_node_comes_back_from_its_settings(long seed) {
        for (var node : Blueprint.draw(AnySpec.of(seed), ImageSupply.prebuiltIf(seed % 2 == 0))
                .nodes()) {
            assertThat(Settings.node(Kind.of(node.getClass()), Settings.of(node)))
                    .isEqualTo(node);
        }
    }

    @Test
    void these_are_nodes_of_every_kind_there_is() {
        var met = new TreeSet<String>();
        seeds().forEach(seed -> Blueprint.draw(AnySpec.of(seed), ImageSupply.prebuiltIf(seed % 2 == 0))
                .nodes()
                .forEach(node -> met.add(node.kind())));
        Blueprint.draw(DefaultSpec.twoNode(), ImageSupply.AS_IN_SPEC).nodes().forEach(node -> met.add(node.kind()));
        assertThat(met).isEqualTo(new TreeSet<>(Kind.all().keySet()));
    }

    @Test
    void a_difference_says_which_setting_and_whether_it_can_change_in_place() {
        var blueprint = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.PREBUILT);
        for (var node : blueprint.nodes()) {
            assertThat(SettingChange.between(node, node)).isEmpty();
        }
        var before = new SetupResource.Budget("a", Usd.of("1"), compartment("x"));
        var after = new SetupResource.Budget("a", Usd.of("2"), compartment("y"));
        assertThat(SettingChange.between(before, after))
                .extracting(SettingChange::setting, SettingChange::inPlace)
                .containsExactly(tuple("amount", true), tuple("compartment", false));
    }

    @Test
    void settings_that_are_grouped_stand_among_the_others_in_the_order_they_always_had() {
        var instance = Kind.of(OciResource.Instance.class);
        var drawn = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC).nodes(Layer.OCI).stream()
                .filter(OciResource.Instance.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(Settings.of(drawn).members().keySet())
                .containsExactly(
                        "name",
                        "purpose",
                        "shape",
                        "ocpus",
                        "memory",
                        "bootVolume",
                        "dataPartition",
                        "address",
                        "publicIp",
                        "subnet",
                        "image",
                        "bootableBy",
                        "securityGroups",
                        "sshKey",
                        "guards",
                        "tailnet")
                .containsExactlyElementsOf(instance.components().stream()
                        .map(RecordComponent::getName)
                        .toList());
        var lacking = new LinkedHashMap<>(Settings.of(drawn).members());
        lacking.remove("ocpus");
        assertThatThrownBy(() -> Settings.node(instance, new Setting.Group(lacking)))
                .hasMessage("Instance lacks the setting ocpus");
    }

    @Test
    void a_list_that_an_older_state_does_not_know_is_empty() {
        // given
        var membership = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.PREBUILT).nodes().stream()
                .filter(OciResource.TailnetMembership.class::isInstance)
                .findFirst()
                .orElseThrow();
        var settings = new LinkedHashMap<>(Settings.of(membership).members());
        settings.remove("publicIp");
        // when
        var node = (OciResource.TailnetMembership)
                Settings.node(Kind.of(OciResource.TailnetMembership.class), new Setting.Group(settings));
        // then
        assertThat(node.publicIp()).isEmpty();
        assertThat(SettingChange.between(node, membership))
                .extracting(SettingChange::setting, SettingChange::inPlace)
                .containsExactly(tuple("publicIp", true));
        settings.remove("instance");
        assertThatThrownBy(
                        () -> Settings.node(Kind.of(OciResource.TailnetMembership.class), new Setting.Group(settings)))
                .hasMessageContaining("lacks the setting instance");
    }

    private static Ref<SetupResource.Compartment> compartment(String name) {
        return new Ref<>(ResourceId.of(Phase.SETUP, "compartment", name));
    }
}
