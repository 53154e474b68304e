package dev.freehold.app.shell.action.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfvarsCommandsTest {
    @TempDir
    private Path folder;

    private Started imported(String text, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("terraform.tfvars"), text);
        var words = new ArrayList<>(List.of(
                "import",
                "tfvars",
                file.toString(),
                "-f",
                folder.resolve("freehold.yaml").toString()));
        words.addAll(List.of(more));
        return Started.in(folder, words.toArray(String[]::new));
    }

    @Test
    void settings_become_a_spec_that_can_be_planned_and_each_line_is_accounted_for() throws IOException {
        // when
        var started = imported("""
            region = "eu-zurich-1"
            ampere_nodes = { a = { ocpus = 2, memory_gb = 12 } }
            user_ocid = "ocid1.user.oc1..x"
            """);
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out())
                .contains("line 1: region -> region", "line 2: ampere_nodes -> 1 nodes", "line 3: user_ocid: left");
        var addresses = Started.in(
                folder, "addresses", "-f", folder.resolve("freehold.yaml").toString());
        assertThat(addresses.code()).as(addresses.err()).isZero();
    }

    @Test
    void a_spec_that_is_there_is_not_overwritten_without_being_told_to() throws IOException {
        // given
        Files.writeString(folder.resolve("freehold.yaml"), "name: mine\n");
        // when
        var refused = imported("region = \"eu-zurich-1\"\n");
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(folder.resolve("freehold.yaml")).hasContent("name: mine");
        assertThat(imported("region = \"eu-zurich-1\"\n", "--force").code()).isZero();
        assertThat(folder.resolve("freehold.yaml")).content().contains("eu-zurich-1");
    }

    @Test
    void a_fault_that_the_spec_has_is_said_to_be_in_the_settings_line() throws IOException {
        // when
        var started = imported("""
            # line 1

            region = "eu-zurich-1"

            vcn_cidr = "10.0.0.0/99"
            ampere_nodes = {
              a = {
                ocpus = "many"
              }
            }
            """);
        // then
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err().replaceAll("\\s+", " "))
                .contains("terraform.tfvars:5: network.vcn: ", "terraform.tfvars:8: nodes[0].ocpus: ");
        assertThat(folder.resolve("freehold.yaml")).doesNotExist();
    }

    @Test
    void what_can_not_be_read_or_planned_is_said_and_nothing_is_written() throws IOException {
        var computed = imported("region = var.region\n");
        assertThat(computed.code()).isEqualTo(2);
        assertThat(computed.err()).contains("line 1", "computed");
        var unplannable = imported("region = \"here\"\n");
        assertThat(unplannable.code()).isEqualTo(2);
        assertThat(unplannable.err()).contains("region");
        assertThat(folder.resolve("freehold.yaml")).doesNotExist();
    }

    @Test
    void the_export_and_the_import_blocks_of_what_stands_are_printed() {
        // given
        assertThat(Started.in(folder, "deploy", "oci", "--yes").code()).isZero();
        // when
        var settings = Started.in(folder, "export", "tfvars");
        var blocks = Started.in(folder, "export", "tfvars", "--import-blocks");
        // then
        assertThat(settings.out()).contains("ampere_nodes = {", "\"ampere-1\" = { shape = \"VM.Standard.A1.Flex\"");
        assertThat(blocks.out()).contains("to = oci_core_instance.ampere-1\n  id = \"ocid1.instance.");
    }
}
