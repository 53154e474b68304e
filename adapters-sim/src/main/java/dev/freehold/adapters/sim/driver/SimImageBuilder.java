package dev.freehold.adapters.sim.driver;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.image.ImageBuilder;
import java.util.Optional;

/// Builds images in the simulated world, by its rules for everything that is made.
final class SimImageBuilder implements ImageBuilder {
    private final ResourceDriver<Resource> driver;

    SimImageBuilder(ResourceDriver<Resource> driver) {
        this.driver = driver;
    }

    @Override
    public Optional<Observed> find(ImageBuild image, Context context) throws InterruptedException {
        return driver.observe(image, context).filter(found -> found.actual().equals(image));
    }

    @Override
    public Answer build(ImageBuild image, Token token, Context context) throws InterruptedException {
        var answer = driver.create(image, token, context);
        if (answer instanceof Refused && gaveWay(image, context)) {
            answer = driver.create(image, token, context);
        }
        return switch (answer) {
            case CreateAnswer.Created created -> new Answer.Built((DiskImage) created.outputs());
            case Refused(var code, var words) -> new Answer.Failed(code + ": " + words);
            case NoRoom(var words) -> new Answer.Failed(words);
        };
    }

    /// One of other inputs gives way, unless something stands on it.
    private boolean gaveWay(ImageBuild image, Context context) throws InterruptedException {
        var there = driver.observe(image, context).map(Observed::actual).orElse(null);
        return there instanceof ImageBuild other
                && !other.equals(image)
                && driver.delete(other, context) instanceof DeleteAnswer.Deleted;
    }

    @Override
    public Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context)
            throws InterruptedException {
        if (driver.observe(before, context).isEmpty()) {
            return build(wanted, token, context);
        }
        return switch (driver.update(before, wanted, context)) {
            case UpdateAnswer.Updated updated -> new Answer.Built((DiskImage) updated.outputs());
            case Refused(var code, var words) -> new Answer.Failed(code + ": " + words);
            case NoRoom(var words) -> new Answer.Failed(words);
        };
    }

    @Override
    public void remove(ImageBuild image, Context context) throws InterruptedException {
        if (driver.delete(image, context) instanceof Refused(var code, var words)) {
            throw new Unforeseen(code + ": " + words);
        }
    }
}
