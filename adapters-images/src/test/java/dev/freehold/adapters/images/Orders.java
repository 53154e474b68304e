package dev.freehold.adapters.images;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.image.ImageBuilder.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Images to build, and how tests call for them.
final class Orders {
    static final BuildPipeline PIPELINE = new BuildPipeline("mmdebstrap", ImagesSpec.Builder.MMDEBSTRAP);

    private Orders() {}

    static BaseImage base(String... sources) {
        return base(Gigabytes.of(2), sources);
    }

    static BaseImage base(Gigabytes most, String... sources) {
        return new BaseImage("base-amd64", Architecture.AMD64, most, List.of(sources), Ref.to(PIPELINE));
    }

    /// In which the pipeline is there.
    static Context context() {
        return context(Duration.ofMinutes(5), Context.Progress.SILENT);
    }

    static Context context(Duration patience, Context.Progress progress) {
        return context("mmdebstrap", patience, progress);
    }

    static Context context(String builder) {
        return context(builder, Duration.ofMinutes(5), Context.Progress.SILENT);
    }

    private static Context context(String builder, Duration patience, Context.Progress progress) {
        var timeline = new SystemTimeline();
        return new Context(
                id -> id.equals(PIPELINE.id())
                        ? Optional.of(Observed.of(PIPELINE, new ImageOutputs.Builder(builder)))
                        : Optional.empty(),
                timeline,
                progress,
                timeline.now().plus(patience));
    }

    static Context knowing(Context.Known known) {
        var usual = context();
        return new Context(known, usual.timeline(), usual.progress(), usual.deadline());
    }

    static DiskImage built(Answer answer) {
        if (answer instanceof Answer.Built(var file)) {
            return file;
        }
        throw new AssertionError("expected it to be built, but: " + answer);
    }

    static String failed(Answer answer) {
        if (answer instanceof Answer.Failed(var words)) {
            return words;
        }
        throw new AssertionError("expected it to fail, but: " + answer);
    }
}
