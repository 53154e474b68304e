package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.image.ImageBuilder;
import java.util.Optional;

/// Builds that may go wrong.
record FaultyImages(ImageBuilder images, FaultInjection faults) implements ImageBuilder {

    @Override
    public Optional<Observed> find(ImageBuild image, Context context) throws InterruptedException {
        return faults.<Optional<Observed>>around(
                Act.OBSERVE, image, context, _ -> null, () -> images.find(image, context));
    }

    @Override
    public Answer build(ImageBuild image, Token token, Context context) throws InterruptedException {
        return faults.<Answer>around(
                Act.CREATE, image, context, FaultyImages::failed, () -> images.build(image, token, context));
    }

    @Override
    public Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context)
            throws InterruptedException {
        return faults.<Answer>around(
                Act.UPDATE, wanted, context, FaultyImages::failed, () -> images.update(before, wanted, token, context));
    }

    private static Answer failed(Mishap mishap) {
        return new Answer.Failed(
                mishap == Mishap.NO_ROOM ? "No space left on device." : "Failed, as the list of faults says.");
    }

    @Override
    public void remove(ImageBuild image, Context context) throws InterruptedException {
        faults.<Boolean>around(Act.DELETE, image, context, _ -> null, () -> {
            images.remove(image, context);
            return true;
        });
    }
}
