package dev.freehold.validation;

import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.Launchable;
import dev.freehold.ports.image.ImageShelf;
import dev.freehold.ports.probe.ImageFacts;
import dev.freehold.ports.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every image that instances launch from is there, can be launched from, and all of them fit the free Object
/// Storage; and what is known of the files that they were made of is as it should be.
final class ImagesCheck implements Check {
    private final Probe<ImageFacts> images;
    private final ImageShelf shelf;

    ImagesCheck(Probe<ImageFacts> images, ImageShelf shelf) {
        this.images = images;
        this.shelf = shelf;
    }

    @Override
    public List<Finding> findings(Wanted wanted) throws InterruptedException {
        var expected = wanted.all(Launchable.class);
        if (expected.isEmpty()) {
            return List.of(Finding.skipped("custom images", "no machine of the spec needs one"));
        }
        var facts = images.read();
        if (facts.isEmpty()) {
            return List.of(Finding.missing("custom images", expected.size() + " images"));
        }
        var findings = new ArrayList<Finding>();
        for (var image : expected) {
            about(image, wanted, facts.get(), findings);
        }
        var free = Allowances.byId(wanted.spec().account().allowance())
                .flatMap(allowance -> allowance.limit(LimitRule.OBJECT_STORAGE))
                .map(Gigabytes::new);
        free.ifPresent(limit -> findings.add(stored(limit, facts.get().stored())));
        aboutFiles(wanted.all(ImageBuild.class), free, findings);
        return findings;
    }

    /// Once uploaded a file is not needed any more: what nobody can look into is no failure.
    private void aboutFiles(List<ImageBuild> files, Optional<Gigabytes> free, List<Finding> findings) {
        var built = shelf.images();
        var together = Gigabytes.ZERO;
        for (var file : files) {
            var image =
                    built.stream().filter(one -> one.name().equals(file.name())).findFirst();
            if (image.isEmpty()) {
                findings.add(Finding.skipped("file of image " + file.name(), "it is not on this computer"));
                continue;
            }
            together = together.plus(image.get().size());
            about(image.get(), file.size(), findings);
        }
        var size = together;
        if (size.compareTo(Gigabytes.ZERO) > 0) {
            free.ifPresent(limit -> findings.add(Finding.that(
                    size.compareTo(limit) <= 0, "image files together", "at most " + limit, size.toString())));
        }
    }

    private static void about(BuiltImage image, Gigabytes most, List<Finding> findings) {
        long holding = image.contents().hardening().stream()
                .filter(HardeningPoint::holds)
                .count();
        var all = image.contents().hardening().size() + " of "
                + image.contents().hardening().size();
        findings.add(Finding.that(
                image.isHardened(),
                "hardening points of image " + image.name(),
                all,
                holding + " of " + image.contents().hardening().size()));
        findings.add(Finding.that(
                !image.contents().packages().isEmpty(),
                "packages of image " + image.name(),
                "a list of them",
                image.contents().packages().size()
                        + (image.origin().without().isEmpty()
                                ? ""
                                : ", without "
                                        + String.join(", ", image.origin().without()))));
        findings.add(Finding.that(
                image.size().compareTo(most) <= 0,
                "size of image " + image.name(),
                "at most " + most,
                image.size().toString()));
    }

    private static Finding stored(Gigabytes free, Gigabytes stored) {
        return Finding.that(
                stored.compareTo(free) <= 0, "image files in Object Storage", "at most " + free, stored.toString());
    }

    private static void about(Launchable image, Wanted wanted, ImageFacts facts, List<Finding> findings) {
        var found = facts.images().stream()
                .filter(one -> one.name().equals(image.name()))
                .findFirst();
        if (found.isEmpty()) {
            findings.add(Finding.missing("image " + image.name(), "AVAILABLE"));
            return;
        }
        findings.add(Finding.same(
                "state of image " + image.name(), "AVAILABLE", found.get().state()));
        for (var entry : wanted.all(ImageShapeEntry.class)) {
            if (entry.image().id().equals(image.id())) {
                findings.add(Finding.that(
                        found.get().shapes().contains(entry.shape()),
                        "shapes of image " + image.name(),
                        entry.shape(),
                        String.join(", ", found.get().shapes())));
            }
        }
        for (var schema : wanted.all(ImageCapabilitySchema.class)) {
            if (schema.image().id().equals(image.id())) {
                findings.add(Finding.same(
                        "firmware of image " + image.name(),
                        schema.firmware(),
                        found.get().firmware()));
            }
        }
    }
}
