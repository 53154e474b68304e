package dev.freehold.app.shell.text;

import dev.freehold.app.shell.screen.Table;
import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The images that were built, for a person.
public final class ImagesText {
    private static final double MEGABYTE = 1_000_000;
    private static final int SHORT = 12;

    private ImagesText() {}

    public static void list(Page page, List<BuiltImage> images) {
        if (images.isEmpty()) {
            page.line("No image was built.");
            return;
        }
        var table = new Table("IMAGE", "BUILDER", "SIZE", "PACKAGES", "SHA-256", "BUILT", "TOOK");
        for (var image : images) {
            table.row(
                    image.name(),
                    image.builder(),
                    String.format(Locale.ROOT, "%.0f MB", image.disk().sizeBytes() / MEGABYTE),
                    Integer.toString(image.contents().packages().size()),
                    image.disk().sha256().substring(0, SHORT),
                    image.build().built().truncatedTo(ChronoUnit.MINUTES).toString(),
                    DurationText.words(image.build().took().truncatedTo(ChronoUnit.SECONDS)));
        }
        page.table(table);
        for (var image : images) {
            page.line(image.name() + ": " + image.disk().file());
            if (!image.origin().without().isEmpty()) {
                page.line("  without " + String.join(", ", image.origin().without()));
            }
        }
    }

    public static void hardening(Page page, Map<BuiltImage, List<HardeningPoint>> points) {
        var table = new Table("IMAGE", "POINT", "RESULT", "EXPECTED", "ACTUAL");
        long undone = 0;
        for (var image : points.entrySet()) {
            for (var point : image.getValue()) {
                undone += point.holds() ? 0 : 1;
                table.row(
                        image.getKey().name(),
                        point.name(),
                        point.holds() ? "PASS" : "FAIL",
                        point.expected(),
                        point.holds() ? "" : point.actual());
            }
        }
        page.table(table);
        page.line(undone == 0 ? "All points hold." : undone + " points do not hold.");
    }
}
