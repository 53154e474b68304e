package dev.freehold.adapters.images;

import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.image.ImageBuilderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalImagesTest implements ImageBuilderContract {
    @TempDir
    Path folder;

    private LocalImages images;

    @BeforeEach
    void a_builder_that_works() {
        images = building(StubRecipe.IMAGE);
    }

    private LocalImages building(String does) {
        return building(does, Map.of());
    }

    private LocalImages building(String does, Map<String, String> supplied) {
        var recipe = new StubRecipe(folder.resolve("recipe"), does);
        return new LocalImages(folder.resolve("shelf"), supplied, recipe::recipe);
    }

    @Override
    public ImageBuilder builder() {
        return images;
    }

    @Override
    public BaseImage wanted() {
        return Orders.base();
    }

    @Override
    public ImageBuild ofOtherInputs() {
        return Orders.base("debian=http://127.0.0.1:2/debian");
    }

    @Override
    public Context context() {
        return Orders.context();
    }

    @Test
    void an_image_on_the_shelf_says_what_is_in_it_and_what_it_was_made_of() throws InterruptedException {
        // given
        images.build(Orders.base("tailscale=none"), Calls.TOKEN, context());
        // when
        var shelf = images.images();
        // then
        assertThat(shelf).singleElement().satisfies(image -> {
            assertThat(image.name()).isEqualTo("base-amd64");
            assertThat(image.builder()).isEqualTo("mmdebstrap");
            assertThat(image.disk().virtualSizeBytes()).isEqualTo(1 << 20);
            assertThat(image.contents().packages())
                    .extracting(one -> one.purl())
                    .containsExactly(
                            "pkg:deb/debian/cloud-init@22.4.2?arch=all&distro=debian-12",
                            "pkg:deb/debian/openssh-server@1%3A9.2p1?arch=amd64&distro=debian-12");
            assertThat(image.isHardened()).isTrue();
            assertThat(image.origin().without()).containsExactly("tailscale");
            assertThat(image.origin().sources()).containsExactly("debian=http://127.0.0.1:1/debian");
            assertThat(Path.of(image.build().log())).exists();
        });
    }

    @Test
    void a_file_that_was_cut_short_or_changed_is_no_image() throws InterruptedException, IOException {
        // given
        var file = Path.of(text(Orders.built(images.build(wanted(), Calls.TOKEN, context())), "file")
                .orElseThrow());
        // when
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        // then
        assertThat(images.find(wanted(), context())).isEmpty();
        // when
        Files.write(file, new byte[3]);
        // then
        assertThat(images.images()).isEmpty();
        assertThat(text(Orders.built(images.build(wanted(), Calls.TOKEN, context())), "file"))
                .isPresent();
        assertThat(images.images()).hasSize(1);
    }

    @Test
    void a_changed_script_means_another_image_and_the_old_one_makes_room_for_it() throws InterruptedException {
        // given
        var before = images.build(wanted(), Calls.TOKEN, context());
        // when
        images = building("# mended\n" + StubRecipe.IMAGE);
        // then
        assertThat(images.find(wanted(), context())).isEmpty();
        assertThat(images.build(wanted(), Calls.TOKEN, context())).isNotEqualTo(before);
        assertThat(shelf()).hasSize(1);
    }

    @Test
    void where_a_supplied_source_is_today_makes_no_other_image() throws InterruptedException {
        // given
        images = building(StubRecipe.IMAGE, Map.of("tailscale", "http://127.0.0.1:1/tailscale"));
        images.build(wanted(), Calls.TOKEN, context());
        // when
        images = building(StubRecipe.IMAGE, Map.of("tailscale", "http://127.0.0.1:2/tailscale"));
        // then
        assertThat(images.find(wanted(), context())).isPresent();
        assertThat(images.find(Orders.base("tailscale=none"), context())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        echo "unreachable ceph https://c.example/x"; exit 10 | images.sources.ceph: none
        echo "missing mmdebstrap mmdebstrap"; exit 11        | apt-get install mmdebstrap
        echo "no-engine no container runtime"; exit 12       | The builder mmdebstrap needs none
        echo "step packing"; echo "no space" >&2; exit 1     | failed (exit code 1) while packing
        echo "E: a mirror is gone" >&2; exit 10              | E: a mirror is gone
        """)
    void a_build_that_fails_says_why_and_leaves_nothing(String does, String words) throws InterruptedException {
        // given
        images = building(does);
        // when
        var failed = Orders.failed(images.build(wanted(), Calls.TOKEN, context()));
        // then
        assertThat(failed).contains(words);
        assertThat(images.images()).isEmpty();
        assertThat(images.find(wanted(), context())).isEmpty();
        assertThat(folder.resolve("shelf/building")).isEmptyDirectory();
    }

    @Test
    void an_image_that_is_larger_than_planned_is_not_kept() throws InterruptedException {
        // when
        var failed = Orders.failed(images.build(Orders.base(Gigabytes.of("0.00000001")), Calls.TOKEN, context()));
        // then
        assertThat(failed).contains("the plan counts with").contains("0.01 GB");
        assertThat(images.images()).isEmpty();
    }

    @Test
    void an_image_with_a_hardening_point_undone_is_not_kept() throws InterruptedException {
        // given
        images = building(StubRecipe.IMAGE + "printf 'ssh-root\\tFAIL\\tno\\tyes\\n' >\"$out/hardening.tsv\"\n");
        // when
        var failed = Orders.failed(images.build(wanted(), Calls.TOKEN, context()));
        // then
        assertThat(failed).contains("ssh-root");
        assertThat(images.images()).isEmpty();
    }

    @Test
    void half_a_disk_is_no_image_though_its_builder_says_so() throws InterruptedException {
        // given
        images = building(StubRecipe.IMAGE + "printf QFI >\"$out/disk.qcow2\"\n");
        // when, then
        assertThat(Orders.failed(images.build(wanted(), Calls.TOKEN, context())))
                .isNotEmpty();
        assertThat(images.images()).isEmpty();
    }

    @Test
    void the_log_of_a_build_outlives_an_image_that_was_refused() throws InterruptedException {
        // given
        images = building("echo 'the reason' >&2\n" + StubRecipe.IMAGE + "rm \"$out/hardening.tsv\"\n");
        // when
        var failed = Orders.failed(images.build(wanted(), Calls.TOKEN, context()));
        // then
        assertThat(failed).contains("hardening.tsv").contains("base-amd64.failed.log");
        assertThat(folder.resolve("shelf/base-amd64.failed.log")).hasContent("the reason");
    }

    @Test
    void what_is_built_on_an_image_is_built_by_the_builder_that_is_asked_for() throws InterruptedException {
        // given: a base that another builder made
        var base = wanted();
        var made = Orders.built(images.build(base, Calls.TOKEN, context()));
        var known = Map.of(
                Orders.PIPELINE.id(), Observed.of(Orders.PIPELINE, new ImageOutputs.Builder("packer")),
                base.id(), Observed.of(base, made));
        var proxmox = new ProxmoxImage(
                "proxmox-amd64",
                Architecture.AMD64,
                Gigabytes.of(6),
                List.of("debian=http://127.0.0.1:1/debian"),
                Ref.to(base));
        // when
        var built = Orders.built(images.build(proxmox, Calls.TOKEN, Orders.knowing(Calls.known(known))));
        // then
        assertThat(made.builtBy()).isEqualTo("mmdebstrap");
        assertThat(built.builtBy()).isEqualTo("packer");
    }

    @Test
    void a_person_sees_each_step() throws InterruptedException {
        // given
        images = building("echo 'progress 40 downloading'\n" + StubRecipe.IMAGE);
        List<String> seen = new ArrayList<>();
        // when
        images.build(wanted(), Calls.TOKEN, Orders.context(Duration.ofMinutes(1), seen::add));
        // then
        assertThat(seen).containsExactly("downloading, 40 %", "installing Debian 12");
    }

    @Test
    void a_build_that_takes_too_long_is_ended() throws InterruptedException {
        // given
        images = building("echo 'step waiting'\nexec sleep 600");
        // when
        var answer = images.build(wanted(), Calls.TOKEN, Orders.context(Duration.ofSeconds(1), _ -> {}));
        // then
        assertThat(Orders.failed(answer)).contains("took too long while waiting");
    }

    private List<BuiltImage> shelf() {
        return images.images();
    }
}
