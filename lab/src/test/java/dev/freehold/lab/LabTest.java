package dev.freehold.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {
    @TempDir
    Path folder;

    @Test
    void an_open_lab_says_where_it_listens_and_a_closed_one_does_not() throws Exception {
        // given
        var place = folder.resolve("lab").resolve("world");
        try (var open = OpenLab.in(place)) {
            // then
            var endpoints = LabEndpoints.of(place).orElseThrow();
            assertThat(endpoints.toJson()).isEqualTo(open.lab().endpoints().toJson());
            assertThat(endpoints.processId()).isEqualTo(ProcessHandle.current().pid());
            assertThat(endpoints.ociCompartment()).startsWith("ocid1.tenancy.oc1..");
            assertThat(Files.readString(endpoints.ociConfigFile())).startsWith("[DEFAULT]\nuser=ocid1.user.oc1..");
            assertThat(Files.getPosixFilePermissions(place.resolve("oci").resolve("key.pem")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(LabEndpoints.of(place)).isEmpty();
        assertThat(place.resolve("endpoints.json")).doesNotExist();
    }

    @Test
    void one_folder_is_served_by_one_lab() {
        try (var open = OpenLab.in(folder)) {
            assertThatThrownBy(() -> OpenLab.in(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> Lab.forget(folder)).hasMessageContaining("Stop it");
            assertThat(open.client().get("/nothing").status()).isEqualTo(404);
        }
    }

    @Test
    void the_tenancy_and_its_key_outlive_the_process_and_a_reset_forgets_them() throws Exception {
        // given
        var open = OpenLab.in(folder);
        open.close();
        // when
        var again = open.again();
        again.close();
        // then
        assertThat(again.root()).isEqualTo(open.root());
        assertThat(again.client().signer().keyId())
                .isEqualTo(open.client().signer().keyId());
        assertThatThrownBy(() -> OpenLab.in(folder, settings -> settings.withTenancy("payg-2026-10")))
                .hasMessageContaining("always-free-2021");
        Lab.forget(folder);
        assertThat(folder).doesNotExist();
        OpenLab.in(folder, settings -> settings.withTenancy("payg-2026-10")).close();
    }

    @Test
    void what_can_not_be_is_said() {
        assertThatThrownBy(() -> Lab.start(LabSettings.in(folder).withTenancy("gold")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("always-free-2026-06");
        assertThatThrownBy(() -> Lab.start(LabSettings.in(folder).withPace(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pace");
    }
}
