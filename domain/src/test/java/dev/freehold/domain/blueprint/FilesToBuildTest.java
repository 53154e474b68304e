package dev.freehold.domain.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilesToBuildTest {
    private static final Spec SPEC = DefaultSpec.threeNode();

    private static List<String> names(String image, Architecture architecture) {
        return new FilesToBuild(image, architecture)
                .of(SPEC, SPEC.images()).stream().map(ImageBuild::name).toList();
    }

    @Test
    void without_a_name_they_are_those_that_the_platform_is_deployed_with() {
        var deployed = Blueprint.draw(SPEC, ImageSupply.AS_IN_SPEC).nodes().stream()
                .filter(ImageBuild.class::isInstance)
                .map(node -> ((ImageBuild) node).name())
                .toList();

        assertThat(names(null, null)).isNotEmpty().containsExactlyInAnyOrderElementsOf(deployed);
    }

    @Test
    void a_proxmox_image_comes_after_its_base() {
        assertThat(names("proxmox", Architecture.AMD64)).containsExactly("base-amd64", "proxmox-amd64");
    }

    @Test
    void a_base_image_is_built_for_whatever_architecture_is_named() {
        assertThat(names("base", Architecture.AMD64)).containsExactly("base-amd64");
    }

    @Test
    void an_architecture_that_the_platform_does_not_need_has_none_until_one_is_named() {
        assertThat(names("proxmox", null)).containsExactly("base-arm64", "proxmox-arm64");
    }
}
