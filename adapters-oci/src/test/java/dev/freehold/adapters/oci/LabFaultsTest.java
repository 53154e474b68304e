package dev.freehold.adapters.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Silent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault of the wire at each creation: asked again with its token, as the engine does, each thing is made
/// once.
class LabFaultsTest {
    private static final List<String> CREATIONS = List.of(
            "compartments",
            "quotas",
            "budgets",
            "alertRules",
            "vcns",
            "internetGateways",
            "routeTables",
            "securityLists",
            "networkSecurityGroups",
            "addSecurityRules",
            "subnets",
            "publicIps");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"throttled", "server-error", "bad-gateway", "reset-before", "reset-after", "truncated"})
    void each_thing_is_made_once_whatever_the_wire_does(String fault) throws IOException, InterruptedException {
        // given
        try (var lab = LabCloud.in(folder.resolve("lab"), faults(fault))) {
            // when
            int troubles = 0;
            for (var resource : SmallPlatform.resources()) {
                troubles += made(lab, resource);
            }
            // then
            assertThat(troubles).isGreaterThanOrEqualTo(CREATIONS.size());
            assertThat(lab.cloud().inventory().items())
                    .extracting(item -> item.id().orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(
                            SmallPlatform.resources().stream().map(Resource::id).toList());
            for (var resource : SmallPlatform.resources()) {
                assertThat(lab.cloud().drivers().of(resource).observe(resource, lab.context()))
                        .hasValueSatisfying(seen -> assertThat(seen.actual()).isEqualTo(resource));
            }
        }
    }

    private Path faults(String fault) throws IOException {
        var lines = new StringBuilder();
        for (var creation : CREATIONS) {
            lines.append("- {method: POST, path: \"*/")
                    .append(creation)
                    .append("\", error: ")
                    .append(fault)
                    .append(", times: 1}\n");
        }
        return Files.writeString(folder.resolve("faults.yaml"), lines);
    }

    /// @return how often it had to be asked again
    private static int made(LabCloud lab, Resource resource) throws InterruptedException {
        var token = new Token("make-" + resource.kind() + "-" + resource.name());
        for (int troubles = 0; troubles < 5; troubles++) {
            try {
                Outputs outputs =
                        Calls.created(lab.cloud().drivers().of(resource).create(resource, token, lab.context()));
                lab.remember(resource, outputs);
                return troubles;
            } catch (Busy | Silent again) {
                // the engine would wait, look and ask again
                assertThat(again).hasMessageNotContaining("PRIVATE KEY");
            }
        }
        throw new AssertionError(resource.id() + " was not made in five tries");
    }
}
