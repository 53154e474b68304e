package dev.freehold.ports.image;

import dev.freehold.domain.image.BuiltImage;
import java.util.List;

/// The images that were built and lie on this computer.
public interface ImageShelf {

    /// Those whose file has the size that it had when they were built, in order of name; the newest of each
    /// name.
    List<BuiltImage> images();

    /// Has the image's file the very bytes that it had when it was built? Reads all of it.
    boolean isIntact(BuiltImage image);
}
