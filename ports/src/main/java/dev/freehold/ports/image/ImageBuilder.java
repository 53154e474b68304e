package dev.freehold.ports.image;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import java.util.Optional;

/// Builds disk images on this computer.
public interface ImageBuilder {

    /// The image that was built of exactly these inputs and is still whole; empty otherwise.
    Optional<Observed> find(ImageBuild image, Context context) throws InterruptedException;

    /// Builds it; minutes to an hour. A build that was cut off leaves nothing that [#find] would take for
    /// whole.
    Answer build(ImageBuild image, Token token, Context context) throws InterruptedException;

    /// Makes the image that was built as `before` count as `wanted`, from which it differs in nothing that goes
    /// into its files; builds it only where it is not whole any more. Safe to repeat.
    Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context) throws InterruptedException;

    /// Removes the image's files; safe to repeat.
    void remove(ImageBuild image, Context context) throws InterruptedException;

    sealed interface Answer {
        /// The image is there and whole.
        record Built(ImageOutputs.DiskImage file) implements Answer {}

        /// The build failed and left nothing.
        ///
        /// @param words the step that failed, and its last lines
        record Failed(String words) implements Answer {}
    }
}
