package dev.freehold.lab.emulator;

import static dev.freehold.lab.emulator.PlantedCluster.CONSOLE;
import static dev.freehold.lab.emulator.PlantedCluster.FIRST_HOST;
import static dev.freehold.lab.emulator.PlantedCluster.VM;
import static dev.freehold.lab.emulator.PlantedCluster.VM_API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.emulator.MachinesInTest.Ran;
import java.net.SocketException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an emulator that comes later may do to machines without a change to theirs.
class FurtherEmulatorTest {
    private static final String HOST_1 = "198.18.0.1";
    private static final String HOST_2 = "198.18.0.2";
    private static final String BASTION = "198.18.0.3";

    @TempDir
    Path folder;

    private MachinesInTest machines;

    @BeforeEach
    void start() throws Exception {
        machines = MachinesInTest.in(folder);
    }

    @AfterEach
    void stop() {
        machines.close();
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    @Test
    void its_program_has_arguments_three_streams_and_a_status() throws Exception {
        assertThat(machines.ssh(BASTION, "backwards 'a b' c", "input")).isEqualTo(new Ran(7, "tupni\n", "a b+c\n"));
    }

    @Test
    void its_program_is_on_the_machines_that_it_says_and_on_no_other() throws Exception {
        assertThat(machines.ssh(HOST_2, "help", "").out()).contains(" cluster ");
        assertThat(machines.ssh(BASTION, "help", "").out())
                .contains(" backwards ")
                .doesNotContain("cluster");
        assertThat(machines.ssh(BASTION, "cluster status", "").status()).isEqualTo(127);
    }

    @Test
    void its_file_is_that_machines_alone_and_outlives_the_lab() throws Exception {
        // given
        assertThat(machines.ssh(HOST_1, "cluster status", "").status()).isEqualTo(2);
        machines.ssh(HOST_1, "sudo cluster create one; sudo sh -c 'echo gone > /run/state'", "");
        // when
        restart();
        // then
        assertThat(machines.ssh(HOST_1, "cluster status", "")).isEqualTo(new Ran(0, "host-1 is in one\n", ""));
        assertThat(machines.ssh(HOST_2, "cluster status", "").status()).isEqualTo(2);
        assertThat(machines.ssh(HOST_1, "cat /run/state", "").err()).contains("No such file");
        // and others may neither read nor write it
        assertThat(machines.ssh(HOST_1, "cat /etc/cluster.conf", "").err()).contains("Permission denied");
        assertThat(machines.ssh(HOST_1, "cluster create two", "").err()).contains("Permission denied");
        assertThat(machines.ssh(HOST_1, "sudo cat /etc/cluster.conf", "").out()).isEqualTo("one");
    }

    @Test
    void its_service_is_on_one_machine_and_on_no_other() throws Exception {
        assertThat(machines.greeted(HOST_1, CONSOLE)).isEqualTo("console of host-1 at 198.18.0.1\n");
        assertThat(machines.greetedFrom(BASTION, "10.0.1.10", CONSOLE)).isEqualTo("console of host-1 at 10.0.1.10\n");
        assertThatThrownBy(() -> machines.greeted(HOST_2, CONSOLE))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> machines.greetedFrom(BASTION, "10.0.1.11", CONSOLE))
                .hasMessageContaining("opening channel");
    }

    @Test
    void an_address_on_its_own_network_leads_to_a_VM_from_where_it_says() throws Exception {
        assertThat(machines.greetedFrom(HOST_2, VM, VM_API)).isEqualTo("VM of nobody's machine at 10.20.0.11\n");
        assertThatThrownBy(() -> machines.greetedFrom(HOST_2, VM, 22)).hasMessageContaining("opening channel");
        assertThatThrownBy(() -> machines.greetedFrom(BASTION, VM, VM_API)).hasMessageContaining("opening channel");
        assertThatThrownBy(() -> machines.greeted(VM, VM_API))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("unreachable");
    }

    @Test
    void an_address_on_its_own_network_leads_to_a_machine() throws Exception {
        assertThat(machines.greetedFrom(HOST_2, FIRST_HOST, CONSOLE)).isEqualTo("console of host-1 at 10.20.0.1\n");
    }
}
