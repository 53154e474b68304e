package dev.freehold.adapters.oci.compute;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.freehold.adapters.oci.OracleByHand.instance;
import static dev.freehold.adapters.oci.OracleByHand.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.freehold.adapters.oci.Machines;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.OracleByHand;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.PollingPace;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of what Compute answers about machines: sense, nonsense, and that it is full.
class MachineAnswersTest {
    private static final Token TOKEN = new Token("token-1");
    private static final Instance HOST = Machines.host("ampere-1");

    @RegisterExtension
    static final WireMockExtension WIRE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private OciCloud cloud;
    private OracleByHand oracle;

    @BeforeEach
    void open() {
        cloud = new OciCloud(Profiles.writtenIn(folder, URI.create(WIRE.baseUrl())), "main", PollingPace.LAB);
        oracle = new OracleByHand(WIRE);
        oracle.region(3);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_machine_is_seen_with_its_size_and_addresses() throws InterruptedException {
        // given
        oracle.running("ampere-1", size("1.0", "8.0"));
        // when
        var observed = driver().observe(HOST, Machines.context()).orElseThrow();
        // then
        assertThat(observed.actual()).isEqualTo(HOST);
        assertThat(observed.outputs())
                .isEqualTo(new Machine(
                        new Ocid(OracleByHand.INSTANCE), Ipv4.parse("10.0.1.10"), Ipv4.parse("198.18.0.9")));
    }

    @Test
    void one_that_is_terminated_is_not_there() throws InterruptedException {
        oracle.lists(instance("ampere-1", "TERMINATED", size("1", "8")));
        assertThat(driver().observe(HOST, Machines.context())).isEmpty();
    }

    @Test
    void one_that_is_stopped_has_no_ocpus() throws InterruptedException {
        // given
        oracle.running("ampere-1", size("1.0", "8.0"));
        oracle.lists(instance("ampere-1", "STOPPED", size("1.0", "8.0")));
        // when
        var seen = (Instance)
                driver().observe(HOST, Machines.context()).orElseThrow().actual();
        // then
        assertThat(seen.size().ocpus()).isEqualTo(Ocpus.ZERO);
    }

    @Test
    void a_state_that_nobody_foresaw_is_shown_and_not_guessed_at() {
        oracle.lists(instance("ampere-1", "HIBERNATING", size("1", "8")));
        assertThatThrownBy(() -> driver().observe(HOST, Machines.context())).isInstanceOf(Unforeseen.class);
    }

    @Test
    void a_machine_without_a_shape_config_is_not_taken_for_one_of_any_size() {
        oracle.running("ampere-1", "");
        assertThatThrownBy(() -> driver().observe(HOST, Machines.context()))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("shapeConfig");
    }

    @Test
    void a_shape_that_freehold_never_asked_for_is_shown() {
        oracle.running("ampere-1", size("1", "8"));
        oracle.lists(instance("ampere-1", "RUNNING", size("1", "8")).replace("A1.Flex", "A7.Flex"));
        assertThatThrownBy(() -> driver().observe(HOST, Machines.context()))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("VM.Standard.A7.Flex");
    }

    @Test
    void memory_that_oracle_rounded_is_said_with_what_to_write() throws InterruptedException {
        // given a free tenancy, in which 1 OCPU goes with 6 GB whatever was asked
        oracle.reports(1, "AVAILABLE");
        oracle.reports(2, "AVAILABLE");
        oracle.reports(3, "AVAILABLE");
        oracle.launches(okJson(instance("ampere-1", "PROVISIONING", size("1", "6"))));
        oracle.answers(
                "/20160918/instances/" + OracleByHand.INSTANCE, instance("ampere-1", "RUNNING", size("1.0", "6.0")));
        // when
        var answer = driver().create(HOST, TOKEN, Machines.context());
        // then
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(((Refused) answer).words())
                .isEqualTo("Oracle gave ampere-1 1 OCPU and 6 GB where 1 OCPU and 8 GB were asked for. It runs so:"
                        + " write ocpus: 1 and memory-gb: 6 for it, or remove it.");
    }

    @Test
    void what_was_accepted_and_given_up_is_refused() throws InterruptedException {
        // given
        oracle.reports(1, "AVAILABLE");
        oracle.reports(2, "AVAILABLE");
        oracle.reports(3, "AVAILABLE");
        oracle.launches(okJson(instance("ampere-1", "PROVISIONING", size("1", "8"))));
        oracle.answers(
                "/20160918/instances/" + OracleByHand.INSTANCE, instance("ampere-1", "TERMINATED", size("1", "8")));
        // then
        assertThat(driver().create(HOST, TOKEN, Machines.context())).isInstanceOf(Refused.class);
    }

    @Test
    void a_try_goes_where_the_report_sees_room() throws InterruptedException {
        // given
        oracle.reports(1, "OUT_OF_HOST_CAPACITY");
        oracle.reports(2, "HARDWARE_NOT_SUPPORTED");
        oracle.reports(3, "AVAILABLE");
        oracle.launches(OracleByHand.full());
        // when
        for (int number = 0; number < 8; number++) {
            var answer = driver().create(HOST, new Token("try-" + number), Machines.context());
            assertThat(answer).isInstanceOf(NoRoom.class);
            assertThat(((NoRoom) answer).words()).startsWith(OracleByHand.domain(3) + ": LaunchInstance: 500");
        }
        // then
        assertThat(domainsAsked()).containsExactly(OracleByHand.domain(3));
    }

    @Test
    void where_the_report_says_full_tries_launch_now_and_then_all_the_same_and_everywhere()
            throws InterruptedException {
        // given
        oracle.reports(1, "OUT_OF_HOST_CAPACITY");
        oracle.reports(2, "OUT_OF_HOST_CAPACITY");
        oracle.reports(3, "OUT_OF_HOST_CAPACITY");
        oracle.launches(OracleByHand.full());
        // when
        for (int number = 0; number < 40; number++) {
            assertThat(driver().create(HOST, new Token("try-" + number), Machines.context()))
                    .isInstanceOf(NoRoom.class);
        }
        // then
        assertThat(launches()).isBetween(10, 30);
        assertThat(domainsAsked())
                .containsExactlyInAnyOrder(OracleByHand.domain(1), OracleByHand.domain(2), OracleByHand.domain(3));
    }

    @Test
    void a_report_with_a_word_that_nobody_knows_or_none_at_all_stops_no_launch() throws InterruptedException {
        // given: the report on the third is refused
        oracle.reports(1, "PERHAPS");
        oracle.reports(2, "PERHAPS");
        oracle.launches(OracleByHand.full());
        // when
        var answer = driver().create(HOST, TOKEN, Machines.context());
        // then
        assertThat(answer).isInstanceOf(NoRoom.class);
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void a_limit_that_a_terminated_machine_may_still_count_against_is_asked_again() throws InterruptedException {
        // given
        oracle.reports(1, "AVAILABLE");
        oracle.reports(2, "AVAILABLE");
        oracle.reports(3, "AVAILABLE");
        oracle.launches(OracleByHand.refusal(
                400, "LimitExceeded", "The following service limits were exceeded: standard-a1-core-count."));
        // when
        var inUse = driver().create(HOST, TOKEN, Machines.context());
        oracle.lists(instance("another", "TERMINATED", size("1", "8")));
        var stale = driver().create(HOST, TOKEN, Machines.context());
        // then
        assertThat(inUse).isInstanceOf(Refused.class);
        assertThat(stale).isInstanceOf(NoRoom.class);
        assertThat(((NoRoom) stale).words()).contains("was terminated lately");
    }

    @Test
    void one_host_is_kept_while_the_other_is_hunted() throws InterruptedException {
        // given the first runs, and the region is full
        oracle.running("ampere-1", size("1.0", "8.0"));
        oracle.reports(1, "AVAILABLE");
        oracle.reports(2, "AVAILABLE");
        oracle.reports(3, "AVAILABLE");
        oracle.launches(OracleByHand.full());
        // when
        var second = driver().create(Machines.host("ampere-2"), new Token("try-1"), Machines.context());
        var first = driver().create(HOST, new Token("try-2"), Machines.context());
        // then
        assertThat(second).isInstanceOf(NoRoom.class);
        assertThat(first).isInstanceOf(CreateAnswer.Created.class);
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void what_a_launch_says_is_what_the_host_needs() throws InterruptedException {
        // given
        oracle.reports(1, "AVAILABLE");
        oracle.reports(2, "OUT_OF_HOST_CAPACITY");
        oracle.reports(3, "OUT_OF_HOST_CAPACITY");
        oracle.launches(OracleByHand.full());
        // when
        driver().create(HOST, TOKEN, Machines.context());
        // then
        var body = WIRE.findAll(postRequestedFor(urlPathEqualTo("/20160918/instances")))
                .getFirst()
                .getBodyAsString();
        assertThat(body)
                .contains("\"privateIp\":\"10.0.1.10\"")
                .contains("\"assignPublicIp\":true")
                .contains("\"skipSourceDestCheck\":true")
                .contains("\"areLegacyImdsEndpointsDisabled\":true")
                .contains("\"bootVolumeSizeInGBs\":50")
                .contains("\"ocpus\":1.0,\"memoryInGBs\":8.0")
                .contains("ssh-ed25519 AAAA freehold")
                .contains("\"freehold-resource\":\"oci/instance/ampere-1\"");
    }

    private ResourceDriver<Instance> driver() {
        return cloud.drivers().of(HOST);
    }

    private static int launches() {
        return WIRE.findAll(postRequestedFor(urlPathEqualTo("/20160918/instances")))
                .size();
    }

    private static Set<String> domainsAsked() {
        var domains = new HashSet<String>();
        for (var launch : WIRE.findAll(postRequestedFor(urlPathEqualTo("/20160918/instances")))) {
            for (int number = 1; number <= 3; number++) {
                if (launch.getBodyAsString().contains("\"" + OracleByHand.domain(number) + "\"")) {
                    domains.add(OracleByHand.domain(number));
                }
            }
        }
        return domains;
    }
}
