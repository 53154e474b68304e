package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.wirefault.WireFault.Mishap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong at the wire, at every creation: the deployment comes through, and nothing is made twice.
class LabFaultsTest {
    /// Every collection that something is created in, with how many creations of it there are.
    private static final String[] COLLECTIONS = {
        "compartments 1",
        "quotas 1",
        "budgets 1",
        "alertRules 1",
        "vcns 1",
        "internetGateways 1",
        "routeTables 1",
        "securityLists 1",
        "networkSecurityGroups 3",
        "subnets 1",
        "publicIps 2",
        "instances 4",
        "privateIps 1"
    };

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mishap.class)
    void a_fault_at_every_creation_is_come_through_and_makes_nothing_twice(Mishap mishap) throws Exception {
        // given
        var faults = faults(mishap);
        try (var lab = ServedLab.in(home, settings -> settings.withWireFaults(faults))) {
            // when
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            // then
            assertThat(lab.standing()).doesNotHaveDuplicates();
            lab.succeeds("validate", "oci", "cost");
            assertThat(lab.succeeds("drift").out()).contains("No drift");
            // and when
            lab.succeeds("destroy", "oci", "--yes");
            // then
            assertThat(lab.standing()).noneMatch(id -> id.startsWith("oci/"));
        }
    }

    private Path faults(Mishap mishap) throws IOException {
        var list = new StringBuilder();
        for (var collection : COLLECTIONS) {
            var words = collection.split(" ");
            list.append("- {method: POST, path: '*/")
                    .append(words[0])
                    .append("', error: ")
                    .append(mishap.word())
                    .append(", times: ")
                    .append(words[1])
                    .append("}\n");
        }
        return Files.writeString(home.resolve("wire-faults.yaml"), list);
    }
}
