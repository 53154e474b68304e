package dev.freehold.adapters.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.world.FileWorldLog;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.layer.LayerOutputs;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.Purpose;
import dev.freehold.domain.resource.Settings;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.SampleEntries;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Homes that a Freehold wrote whose outputs were texts under any names: a simulated platform, and one whose setup,
/// images and oci layers were made by the real adapters over the lab. Beside each layer stands what that Freehold
/// said its outputs were.
class HomesOfVersion1Test {
    @TempDir
    private Path folder;

    @BeforeEach
    void copied() throws IOException, URISyntaxException {
        var kept = Path.of(Objects.requireNonNull(HomesOfVersion1Test.class.getResource("version-1"))
                .toURI());
        try (var files = Files.walk(kept)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(kept.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private TargetFolder target(String name) {
        return new Home(folder, Disk.UNFORCED).target(name);
    }

    private LayerState folded(String target, Layer layer) {
        try (var journals = new FileJournals(target(target))) {
            return LayerState.empty(layer).after(journals.of(layer).entries());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "sim, SETUP",
        "sim, IMAGES",
        "sim, OCI",
        "sim, PROXMOX",
        "sim, TALOS",
        "lab, SETUP",
        "lab, IMAGES",
        "lab, OCI"
    })
    void a_layer_is_read_with_the_outputs_that_it_had(String target, Layer layer) throws IOException {
        // when
        var state = folded(target, layer);
        // then
        assertThat(state.nodes()).isNotEmpty();
        assertThat(state.nodes().values())
                .allSatisfy(standing -> assertThat(standing.known())
                        .get()
                        .isInstanceOf(Kind.of(standing.node().getClass()).outputs()));
        var said = Files.readAllBytes(folder.resolve(target).resolve("outputs-" + layer.word() + ".json"));
        assertThat(Settings.ofRecord(LayerOutputs.of(state))).isEqualTo(Json.read(said, 0, said.length));
        assertThat(new FileLayerStore(target(target), () -> SampleEntries.AT, _ -> {}).read(layer))
                .as("the published state")
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"sim", "lab"})
    void its_machines_say_what_they_are_there_for(String target) {
        assertThat(folded(target, Layer.OCI).nodes().values())
                .extracting(standing -> standing.node())
                .filteredOn(Instance.class::isInstance)
                .extracting(node -> node.name() + " " + ((Instance) node).purpose())
                .containsExactlyInAnyOrder(
                        "ampere-1 " + Purpose.HOST,
                        "ampere-2 " + Purpose.HOST,
                        "ampere-3 " + Purpose.HOST,
                        "bastion " + Purpose.BASTION);
    }

    @Test
    void its_simulated_world_is_read() {
        try (var log = new FileWorldLog(target("sim"))) {
            assertThat(log.entries())
                    .hasSizeGreaterThan(90)
                    .allSatisfy(change -> assertThat(change.outputs())
                            .isInstanceOf(Kind.of(change.node().getClass()).outputs()));
        }
    }
}
