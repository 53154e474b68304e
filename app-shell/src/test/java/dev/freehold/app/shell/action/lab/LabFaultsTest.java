package dev.freehold.app.shell.action.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.ServedLab;
import dev.freehold.lab.fault.WireFault.Mishap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong at the wire, at every creation: the deployment comes through, and nothing is made twice.
@Execution(ExecutionMode.CONCURRENT)
class LabFaultsTest {
    /// Every collection that something is created in, with how many creations of it there are.
    private static final Map<String, Integer> COLLECTIONS = Map.ofEntries(
            Map.entry("compartments", 1),
            Map.entry("quotas", 1),
            Map.entry("budgets", 1),
            Map.entry("alertRules", 1),
            Map.entry("vcns", 1),
            Map.entry("internetGateways", 1),
            Map.entry("routeTables", 1),
            Map.entry("securityLists", 1),
            Map.entry("networkSecurityGroups", 3),
            Map.entry("subnets", 1),
            Map.entry("publicIps", 2),
            Map.entry("instances", 4),
            Map.entry("privateIps", 1));

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
        COLLECTIONS.forEach((collection, creations) -> list.append("- {method: POST, path: '*/")
                .append(collection)
                .append("', error: ")
                .append(mishap.word())
                .append(", times: ")
                .append(creations)
                .append("}\n"));
        return Files.writeString(home.resolve("wire-faults.yaml"), list);
    }
}
