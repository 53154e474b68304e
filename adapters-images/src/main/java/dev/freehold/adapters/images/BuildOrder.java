package dev.freehold.adapters.images;

import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.spec.ImagesSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a build is made of, whoever builds it.
///
/// @param image `base` or `proxmox`
/// @param sources the URLs of package sources by name, where they are not the vendors' own
/// @param without the parts to leave out, in order
/// @param inputs the SHA-256 of everything that decides what comes of it, in hexadecimal
record BuildOrder(
        String image, Architecture architecture, Map<String, String> sources, List<String> without, String inputs) {
    /// In place of a source's URL: the part is left out.
    private static final String NONE = "none";

    /// The time that is written into an image, in seconds since 1970: fixed, so that the same inputs give the
    /// same bytes.
    static final long EPOCH = 1_767_225_600;

    BuildOrder {
        sources = Map.copyOf(sources);
        without = List.copyOf(without);
    }

    /// @param supplied the sources that the target supplies where the image names none; where they are changes
    /// from day to day and says nothing of what they hold
    static BuildOrder of(ImageBuild image, Map<String, String> supplied, Recipe recipe) {
        var kind = image.content().word();
        var sources = new TreeMap<>(supplied);
        if (image instanceof BaseImage) {
            sources.keySet().removeAll(ImagesSpec.FOR_HOSTS);
        }
        var inputs = new TreeMap<String, String>();
        sources.keySet().forEach(name -> inputs.put(name, "supplied"));
        var without = new TreeSet<String>();
        for (var source : image.sources()) {
            int at = source.indexOf('=');
            var name = at < 0 ? source : source.substring(0, at);
            var place = at < 0 ? "" : source.substring(at + 1);
            inputs.put(name, place);
            sources.remove(name);
            if (place.equals(NONE)) {
                without.add(name);
            } else if (!place.isEmpty()) {
                sources.put(name, place);
            }
        }
        var text = String.join("\n", kind, image.architecture().word(), inputs.toString(), "" + EPOCH, recipe.digest());
        return new BuildOrder(kind, image.architecture(), sources, List.copyOf(without), Digests.ofText(text));
    }

    String name() {
        return image + '-' + architecture.word();
    }

    /// The options of a builder's script that say what to build.
    List<String> options() {
        var options = new ArrayList<>(
                List.of("--image", image, "--arch", architecture.word(), "--epoch", Long.toString(EPOCH)));
        new TreeMap<>(sources).forEach((name, url) -> options.addAll(List.of("--source", name + '=' + url)));
        if (!without.isEmpty()) {
            options.addAll(List.of("--without", String.join(",", without)));
        }
        return options;
    }
}
