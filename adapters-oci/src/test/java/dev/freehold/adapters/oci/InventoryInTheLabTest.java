package dev.freehold.adapters.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Inventory.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is shown of everything that bears the platform's tags.
class InventoryInTheLabTest {
    private static final Bucket BUCKET =
            new Bucket("small-images", Profiles.REGION, Ref.to(SmallPlatform.COMPARTMENT), Ref.to(SmallPlatform.QUOTA));

    @TempDir
    private Path folder;

    @Test
    void each_thing_is_shown_by_oracles_word_for_it_and_its_name() throws InterruptedException {
        // given
        var made = new ArrayList<>(SmallPlatform.resources());
        made.add(BUCKET);
        made.add(SmallPlatform.SECOND);
        made.remove(SmallPlatform.QUOTA); // which would forbid the machine
        made.add(SmallPlatform.QUOTA);
        try (var lab = LabCloud.in(folder)) {
            for (var resource : made) {
                if (resource.equals(SmallPlatform.SECOND)) {
                    lab.launch(SmallPlatform.MACHINE); // by hand, so without tags
                }
                lab.make(resource, new Token("make-" + resource.kind() + "-" + resource.name()));
            }
            // when
            var items = lab.cloud().inventory().items();
            // then
            assertThat(items)
                    .extracting(Item::kind, Item::name)
                    .containsExactlyInAnyOrder(
                            tuple("compartment", "small-compartment"),
                            tuple("quota policy", "small"),
                            tuple("budget", "small"),
                            tuple("budget alert rule", "small"),
                            tuple("VCN", "small"),
                            tuple("internet gateway", "small"),
                            tuple("route table", "small"),
                            tuple("route table", "other"),
                            tuple("security list", "small"),
                            tuple("network security group", "small"),
                            tuple("subnet", "small"),
                            tuple("public IP", "small"),
                            tuple("bucket", "small-images"),
                            tuple("private IP", "small"));
            assertThat(items)
                    .extracting(Item::id)
                    .containsExactlyInAnyOrderElementsOf(
                            made.stream().map(Resource::id).map(Optional::of).toList());
            assertThat(lab.otherCloud("another").inventory().items()).isEmpty();
        }
    }
}
