package dev.freehold.adapters.oci.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.bmc.core.model.CreateVcnDetails;
import com.oracle.bmc.core.model.RouteRule;
import com.oracle.bmc.core.model.UpdateRouteTableDetails;
import com.oracle.bmc.core.requests.CreateVcnRequest;
import com.oracle.bmc.core.requests.UpdateRouteTableRequest;
import com.oracle.bmc.identity.model.Compartment;
import com.oracle.bmc.identity.model.CreateCompartmentDetails;
import com.oracle.bmc.identity.requests.CreateCompartmentRequest;
import com.oracle.bmc.identity.requests.GetCompartmentRequest;
import dev.freehold.adapters.oci.LabCloud;
import dev.freehold.adapters.oci.SmallPlatform;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Freehold made it finds, repairs and removes; what it did not make it leaves alone.
class LabOwnershipTest {
    private static final Token TOKEN = new Token("token");

    @TempDir
    private Path folder;

    private LabCloud lab;
    private OciClients oracle;

    @BeforeEach
    void open() {
        lab = LabCloud.in(folder);
        oracle = lab.clients();
    }

    @AfterEach
    void close() {
        oracle.close();
        lab.close();
    }

    private DeleteAnswer delete(Resource resource) throws InterruptedException {
        return lab.cloud().drivers().of(resource).delete(resource, lab.context());
    }

    private Optional<Observed> observe(Resource resource) throws InterruptedException {
        return lab.cloud().drivers().of(resource).observe(resource, lab.context());
    }

    @Test
    void a_compartment_of_the_name_is_adopted_and_outlives_us() throws InterruptedException {
        // given
        var theirs = oracle.identity()
                .createCompartment(CreateCompartmentRequest.builder()
                        .createCompartmentDetails(CreateCompartmentDetails.builder()
                                .compartmentId(oracle.access().tenancy())
                                .name(SmallPlatform.COMPARTMENT.compartment())
                                .description("somebody's")
                                .build())
                        .build())
                .getCompartment();
        // when
        lab.make(SmallPlatform.COMPARTMENT, TOKEN);
        // then
        assertThat(lab.ocid(SmallPlatform.COMPARTMENT)).isEqualTo(theirs.getId());
        assertThat(delete(SmallPlatform.COMPARTMENT)).isEqualTo(new DeleteAnswer.Deleted());
        var after = oracle.identity()
                .getCompartment(GetCompartmentRequest.builder()
                        .compartmentId(theirs.getId())
                        .build())
                .getCompartment();
        assertThat(after.getLifecycleState()).isEqualTo(Compartment.LifecycleState.Active);
        assertThat(after.getDescription()).isEqualTo("somebody's");
    }

    @Test
    void a_compartment_that_nobody_was_told_of_is_not_taken() throws InterruptedException {
        // given
        oracle.identity()
                .createCompartment(CreateCompartmentRequest.builder()
                        .createCompartmentDetails(CreateCompartmentDetails.builder()
                                .compartmentId(oracle.access().tenancy())
                                .name(SmallPlatform.COMPARTMENT.compartment())
                                .description("somebody's")
                                .build())
                        .build());
        var given = lab.context();
        var untold = new Context(given.known(), given.timeline(), given.progress(), given.deadline());
        var driver = lab.cloud().drivers().of(SmallPlatform.COMPARTMENT);
        // then
        assertThat(driver.observe(SmallPlatform.COMPARTMENT, untold)).isEmpty();
        assertThat(driver.create(SmallPlatform.COMPARTMENT, TOKEN, untold))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words()).contains("no plan said that it is taken over"));
        // and then
        lab.make(SmallPlatform.COMPARTMENT, TOKEN);
        assertThat(driver.observe(SmallPlatform.COMPARTMENT, untold))
                .as("once taken it is known by its OCID")
                .isPresent();
    }

    @Test
    void a_vcn_of_the_name_is_left_alone_and_said() throws InterruptedException {
        // given
        lab.make(SmallPlatform.COMPARTMENT, TOKEN);
        oracle.network()
                .createVcn(CreateVcnRequest.builder()
                        .createVcnDetails(CreateVcnDetails.builder()
                                .compartmentId(lab.ocid(SmallPlatform.COMPARTMENT))
                                .displayName(SmallPlatform.VCN.name())
                                .cidrBlocks(List.of("10.9.0.0/16"))
                                .build())
                        .build());
        // when
        var answer = lab.cloud().drivers().of(SmallPlatform.VCN).create(SmallPlatform.VCN, TOKEN, lab.context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("Freehold did not make it"));
        assertThat(observe(SmallPlatform.VCN)).isEmpty();
    }

    @Test
    void routes_that_somebody_changed_are_seen_and_set_anew() throws InterruptedException {
        // given
        lab.makeBases(SmallPlatform.ROUTES, SmallPlatform.resources());
        lab.make(SmallPlatform.ROUTES, TOKEN);
        oracle.network()
                .updateRouteTable(UpdateRouteTableRequest.builder()
                        .rtId(lab.ocid(SmallPlatform.ROUTES))
                        .updateRouteTableDetails(UpdateRouteTableDetails.builder()
                                .routeRules(List.<RouteRule>of())
                                .build())
                        .build());
        var drifted = observe(SmallPlatform.ROUTES).orElseThrow();
        assertThat(drifted.actual()).isNotEqualTo(SmallPlatform.ROUTES);
        // when
        Calls.updated(lab.cloud()
                .drivers()
                .of(SmallPlatform.ROUTES)
                .update(SmallPlatform.ROUTES, SmallPlatform.ROUTES, lab.context()));
        // then
        assertThat(observe(SmallPlatform.ROUTES).orElseThrow().actual()).isEqualTo(SmallPlatform.ROUTES);
    }

    @Test
    void what_something_stands_on_is_busy_until_that_is_gone() throws InterruptedException {
        // given
        lab.makeBases(SmallPlatform.SUBNET, SmallPlatform.resources());
        lab.make(SmallPlatform.SUBNET, TOKEN);
        // when, then
        assertThatThrownBy(() -> delete(SmallPlatform.VCN)).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> delete(SmallPlatform.GATEWAY)).isInstanceOf(Busy.class);
    }

    @Test
    void the_inventory_lists_all_that_was_made_until_it_is_removed() throws InterruptedException {
        // given
        var resources = SmallPlatform.resources();
        for (var resource : resources) {
            lab.make(resource, new Token("make-" + resource.kind() + "-" + resource.name()));
        }
        // when, then
        assertThat(lab.cloud().inventory().items())
                .extracting(item -> item.id().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        resources.stream().map(Resource::id).toList());
        for (var resource : resources.reversed()) {
            assertThat(delete(resource)).isEqualTo(new DeleteAnswer.Deleted());
        }
        assertThat(lab.cloud().inventory().items()).isEmpty();
    }
}
