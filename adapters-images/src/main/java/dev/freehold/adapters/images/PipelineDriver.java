package dev.freehold.adapters.images;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The builder on this computer: a program that is installed, or is not. What else it needs, its script says when
/// it starts.
final class PipelineDriver implements ResourceDriver<BuildPipeline> {
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
    public Optional<Observed> observe(BuildPipeline wanted, Context context) {
        return isInstalled(wanted) ? Optional.of(Observed.of(wanted, outputs(wanted))) : Optional.empty();
    }

    @Override
    public CreateAnswer create(BuildPipeline wanted, Token token, Context context) {
        return isInstalled(wanted) ? CreateAnswer.Created.of(wanted, outputs(wanted)) : absent(wanted);
    }

    @Override
    public UpdateAnswer update(BuildPipeline before, BuildPipeline wanted, Context context) {
        return isInstalled(wanted) ? UpdateAnswer.Updated.of(wanted, outputs(wanted)) : absent(wanted);
    }

    private static Refused absent(BuildPipeline wanted) {
        var program = program(wanted.builder());
        var way = switch (wanted.builder()) {
            case MMDEBSTRAP -> "apt-get install mmdebstrap";
            case PACKER -> "apt-get install packer, or take images.builder: mmdebstrap, which needs no KVM";
            case DAGGER -> "see docs.dagger.io, or take images.builder: mmdebstrap, which needs no engine";
        };
        return new Refused("BuilderMissing", "The builder " + program + " is not installed: " + way + '.');
    }

    /// The program is the user's own.
    @Override
    public DeleteAnswer delete(BuildPipeline gone, Context context) {
        return new DeleteAnswer.Deleted();
    }
}
