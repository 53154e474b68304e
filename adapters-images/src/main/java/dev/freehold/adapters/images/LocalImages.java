package dev.freehold.adapters.images;

import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.image.ImageShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Builds images on this computer by the recipe's scripts, and keeps them in a folder.
///
/// An image is what its inputs make it: the recipe, its sources and what is left out. Which builder it was built by
/// is recorded and makes no other image of it.
public final class LocalImages implements ImageBuilder, ImageShelf {
    private final ImageFolder store;
    private final Workshop workshop;
    private final Supplier<Recipe> recipe;
    private final Map<String, String> supplied;
    private @Nullable Recipe opened;

    /// @param folder where images are kept and built
    /// @param supplied package sources, by name, that the target has where an image names none
    public LocalImages(Path folder, Map<String, String> supplied) {
        this(folder, supplied, () -> Recipe.bundled(folder));
    }

    LocalImages(Path folder, Map<String, String> supplied, Supplier<Recipe> recipe) {
        this.store = new ImageFolder(folder);
        this.workshop = new Workshop(folder.resolve("building"));
        this.recipe = recipe;
        this.supplied = Map.copyOf(supplied);
    }

    private synchronized Recipe recipe() {
        var known = opened;
        if (known == null) {
            known = recipe.get();
            opened = known;
        }
        return known;
    }

    private BuildOrder order(ImageBuild image) {
        return BuildOrder.of(image, supplied, recipe());
    }

    @Override
    public List<BuiltImage> images() {
        return store.images();
    }

    @Override
    public boolean isIntact(BuiltImage image) {
        return ImageFolder.isIntact(image);
    }

    @Override
    public Optional<Observed> find(ImageBuild image, Context context) {
        return store.find(order(image)).map(found -> Observed.of(image, outputs(found)));
    }

    @Override
    public Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context)
            throws InterruptedException {
        return build(wanted, token, context);
    }

    @Override
    public void remove(ImageBuild image, Context context) {
        try {
            store.remove(image.name());
        } catch (IOException failed) {
            throw new UncheckedIOException(image.id() + " can't be removed", failed);
        }
    }

    @Override
    public Answer build(ImageBuild image, Token token, Context context) throws InterruptedException {
        var order = order(image);
        var there = store.find(order);
        if (there.isPresent()) {
            return new Answer.Built(outputs(there.get()));
        }
        var builder = builder(image, context);
        if (builder.isEmpty()) {
            return new Answer.Failed("Nothing says what builds " + image.id() + ": its pipeline is not there.");
        }
        var bench = workshop.open(order.name());
        try {
            return build(image, order, builder.get(), bench, context);
        } catch (ClosedByInterruptException stopped) {
            Thread.interrupted(); // Said by what is thrown.
            throw new InterruptedException();
        } catch (IOException failed) {
            return new Answer.Failed(image.id() + " can't be kept in " + store.folder() + ": " + failed);
        } finally {
            workshop.close(bench);
        }
    }

    private Answer build(ImageBuild image, BuildOrder order, String builder, Path bench, Context context)
            throws IOException, InterruptedException {
        var made = Files.createDirectory(bench.resolve("out"));
        var log = bench.resolve(Product.LOG);
        var began = context.timeline().now();
        var command = new ArrayList<>(List.of("sh", recipe().attended().toString(), "sh"));
        command.add(recipe().script(builder).toString());
        command.addAll(order.options());
        base(image, context).ifPresent(base -> command.addAll(List.of("--base", base.text())));
        command.addAll(List.of(
                "--out", made.toString(), "--work", bench.resolve("work").toString()));
        var ended = BuilderRun.of(command, bench.resolve("told"), log, context);
        var now = context.timeline().now();
        if (ended.code() != 0) {
            return new Answer.Failed(Failures.words(order, builder, ended, kept(log, order)));
        }
        Product product;
        try {
            product = Product.in(made);
        } catch (IOException incomplete) {
            return new Answer.Failed(order.name() + " was not kept: what " + builder + " left is no image, for "
                    + incomplete.getMessage() + ". Its log is " + kept(log, order) + '.');
        }
        var objection = product.objection(image.size());
        if (objection.isPresent()) {
            return new Answer.Failed(
                    order.name() + " was not kept. " + objection.get() + " Its log is " + kept(log, order) + '.');
        }
        Files.move(log, made.resolve(Product.LOG));
        var built = product.image(order, builder, store.place(order), now, Duration.between(began, now));
        store.put(made, order, built);
        return new Answer.Built(outputs(built));
    }

    /// The program that the pipeline proved able to build; a Proxmox image is built by its base's.
    private static Optional<String> builder(ImageBuild image, Context context) {
        return switch (image) {
            case BaseImage base -> context.outputsOf(base.pipeline()).map(ImageOutputs.Builder::builder);
            case ProxmoxImage proxmox -> context.node(proxmox.base()).flatMap(base -> builder(base, context));
        };
    }

    /// The file that an image is built on; empty for one that is built from nothing.
    private static Optional<FilePath> base(ImageBuild image, Context context) {
        return switch (image) {
            case BaseImage _ -> Optional.empty();
            case ProxmoxImage proxmox -> context.outputsOf(proxmox.base()).map(DiskImage::file);
        };
    }

    /// The log of a build that failed outlives it.
    private Path kept(Path log, BuildOrder order) throws IOException {
        var kept = store.folder().resolve(order.name() + ".failed.log");
        Files.deleteIfExists(kept);
        return Files.move(log, kept);
    }

    private static DiskImage outputs(BuiltImage image) {
        return new DiskImage(
                image.builder(),
                new FilePath(image.disk().file()),
                image.disk().format(),
                image.contents().packages().size(),
                new Sha256(image.disk().sha256()),
                image.disk().sizeBytes(),
                image.disk().virtualSizeBytes());
    }
}
