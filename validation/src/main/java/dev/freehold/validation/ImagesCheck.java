package dev.freehold.validation;

import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.Launchable;
import dev.freehold.ports.probe.ImageFacts;
import dev.freehold.ports.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/// Every image that instances launch from is there, can be launched from, and all of them fit the free Object
/// Storage.
final class ImagesCheck implements Check {
    private final Probe<ImageFacts> images;

    ImagesCheck(Probe<ImageFacts> images) {
        this.images = images;
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
        Allowances.byId(wanted.spec().allowance())
                .flatMap(allowance -> allowance.limit(LimitRule.OBJECT_STORAGE))
                .map(Gigabytes::new)
                .ifPresent(free -> findings.add(stored(free, facts.get().stored())));
        return findings;
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
