package dev.freehold.adapters.images;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The builder on this computer: a program that is installed, or is not. What else it needs, its script says when
/// it starts.
final class PipelineDriver implements KindDriver<BuildPipeline> {
    private final List<Path> path;

    /// @param path the folders that programs are looked for in
    PipelineDriver(List<Path> path) {
        this.path = List.copyOf(path);
    }

    private static String program(ImagesSpec.Builder builder) {
        return builder.name().toLowerCase(Locale.ROOT);
    }

    private static ImageOutputs.Builder outputs(BuildPipeline pipeline) {
        return new ImageOutputs.Builder(program(pipeline.builder()));
    }

    private boolean isInstalled(BuildPipeline pipeline) {
        return path.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program(pipeline.builder()))));
    }

    @Override
    public Optional<Found<BuildPipeline>> find(BuildPipeline wanted, Context context) {
        return isInstalled(wanted)
                ? Optional.of(Found.adopted(program(wanted.builder()), wanted, outputs(wanted)))
                : Optional.empty();
    }

    @Override
    public void make(BuildPipeline wanted, Token token, Context context) {
        throw missing(wanted);
    }

    @Override
    public void change(Found<BuildPipeline> there, BuildPipeline wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public Declined missing(BuildPipeline wanted) {
        var program = program(wanted.builder());
        var way = switch (wanted.builder()) {
            case MMDEBSTRAP -> "apt-get install mmdebstrap";
            case PACKER -> "apt-get install packer, or take images.builder: mmdebstrap, which needs no KVM";
            case DAGGER -> "see docs.dagger.io, or take images.builder: mmdebstrap, which needs no engine";
        };
        return new Declined(
                Declined.Reason.ABSENT, "BuilderMissing", "The builder " + program + " is not installed: " + way + '.');
    }

    @Override
    public void remove(Found<BuildPipeline> there, BuildPipeline gone, Context context) {
        // The program is the user's own.
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it is a program that was installed by its user");
    }
}
