package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.ServedLab;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.specfile.SpecText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same as in the simulated world, through the real adapters: one permutation of the default platform after the
/// other, each deployed over the one before.
class PermutedLabTest {
    @TempDir
    Path home;

    /// `benchmarks/permute` asks for more.
    @Test
    void one_deployment_leads_from_any_permutation_to_the_next() throws Exception {
        // given
        int count = Integer.getInteger("freehold.permuted.lab", 3);
        var random = new Random(Long.getLong("freehold.permuted.first", 1));
        var file = home.resolve("permuted.yaml");
        var spec = DefaultSpec.threeNode();
        try (var lab = ServedLab.in(home)) {
            Files.writeString(file, SpecText.of(spec));
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images", "-f", file.toString());
            for (int number = 1; number <= count; number++) {
                spec = Permuted.next(spec, random);
                Files.writeString(file, SpecText.of(spec));
                // when
                var deployed = lab.run("deploy", "oci", "--yes", "-f", file.toString());
                // then
                assertThat(deployed.code())
                        .as("permutation " + number + ": " + SpecText.of(spec) + deployed.out() + deployed.err())
                        .isZero();
                assertThat(lab.succeeds("plan", "oci", "-f", file.toString()).out())
                        .contains("No changes.");
            }
            assertThat(lab.standing()).doesNotHaveDuplicates();
            assertThat(lab.succeeds("drift", "-f", file.toString()).out()).contains("No drift");
        }
    }
}
