package dev.freehold.adapters.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.image.ImageBuilderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimImageBuilderTest implements ImageBuilderContract {
    private final BaseImage image = ThreeHosts.the(BaseImage.class, "base-arm64");
    private final Sim sim = Worlds.at(Worlds.before(image.id()));

    @Override
    public ImageBuilder builder() {
        return sim.images();
    }

    @Override
    public BaseImage wanted() {
        return image;
    }

    @Override
    public BaseImage ofOtherInputs() {
        return new BaseImage(image.name(), image.architecture(), image.size(), List.of("a mirror"), image.pipeline());
    }

    @Override
    public Context context() {
        return Calls.context(sim.timeline());
    }

    @Test
    void an_image_is_not_built_on_one_of_another_architecture() throws InterruptedException {
        // given
        builder().build(image, Calls.TOKEN, context());
        var meant = ThreeHosts.the(ProxmoxImage.class, "proxmox-arm64");
        var odd = new ProxmoxImage(meant.name(), Architecture.AMD64, meant.size(), meant.sources(), meant.base());
        // when
        var answer = builder().build(odd, Calls.TOKEN, context());
        // then
        assertThat(answer).isInstanceOf(ImageBuilder.Answer.Failed.class);
    }
}
