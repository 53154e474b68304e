package dev.freehold.ports;

import dev.freehold.domain.image.BuiltImage;
import java.util.List;

/// The images that were built and lie on this computer.
@FunctionalInterface
public interface ImageShelf {

    /// Those that are whole by their size, in order of name; the newest of each name.
    List<BuiltImage> images();
}
