package dev.freehold.ports.probe;

import dev.freehold.domain.quantity.Gigabytes;
import java.util.List;

/// The custom images in the tenancy, and what their files take up in Object Storage.
public record ImageFacts(List<CustomImage> images, Gigabytes stored) {
    public ImageFacts {
        images = List.copyOf(images);
    }

    /// One imported image.
    ///
    /// @param name the blueprint's name for it
    /// @param state OCI's lifecycle state, `AVAILABLE` once it can be launched from
    /// @param shapes the shapes that may launch from it, where entries were made for it
    /// @param firmware what it boots by, such as `UEFI_64`
    public record CustomImage(String name, String state, List<String> shapes, String firmware) {
        public CustomImage {
            shapes = List.copyOf(shapes);
        }
    }
}
