package dev.freehold.adapters.oci.storage;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.ObjectFacts;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.domain.output.ImageOutputs.UploadedObject;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

/// An image's file as an object `freehold/<name>.qcow2`. The object's metadata say whose it is and which
/// SHA-256 the file had that it was made of; with the MD5 of every part, checked on arrival, that is the way
/// from the builder to what is imported.
public final class ImageUploadDriver implements KindDriver<ImageUpload> {
    /// Where the images lie in the bucket. Open uploads show nothing of whose they are but the name of what
    /// they are to become.
    static final String FOLDER = "freehold/";

    private static final String SHA256 = "sha256";
    private static final String SIZE = "size";

    private final ObjectStorage storage;
    private final Ownership ownership;
    private final LongFunction<PartPlan> plans;

    public ImageUploadDriver(ObjectStorage storage, Ownership ownership) {
        this(storage, ownership, PartPlan::of);
    }

    /// @param plans how a file of a size is cut
    ImageUploadDriver(ObjectStorage storage, Ownership ownership, LongFunction<PartPlan> plans) {
        this.storage = storage;
        this.ownership = ownership;
        this.plans = plans;
    }

    static String object(ImageUpload upload) {
        return FOLDER + upload.name() + ".qcow2";
    }

    private static Optional<String> bucket(ImageUpload upload, Context context) {
        return context.outputsOf(upload.bucket()).map(BucketPlace::bucket);
    }

    private static Optional<BuiltFile> built(ImageUpload upload, Context context) {
        return context.outputsOf(upload.image())
                .map(file ->
                        new BuiltFile(Path.of(file.file().text()), file.sha256().text(), file.sizeBytes()));
    }

    @Override
    public Optional<Found<ImageUpload>> find(ImageUpload wanted, Context context) {
        var built = built(wanted, context);
        return bucket(wanted, context)
                .flatMap(bucket -> storage.head(bucket, object(wanted)))
                .filter(there -> ownership.is(wanted, there.metadata()) && isWhole(there))
                // One that was made of another file is not the one that is wanted.
                .filter(there -> built.isEmpty() || isOf(there, built.get()))
                .map(there ->
                        Found.ours(object(wanted), wanted, outputs(wanted, there), Ownership.token(there.metadata())));
    }

    /// Of an object that is whole: its metadata have a SHA-256.
    private static UploadedObject outputs(ImageUpload upload, ObjectFacts there) {
        return new UploadedObject(
                object(upload),
                new Sha256(Objects.requireNonNull(there.metadata().get(SHA256))));
    }

    private static boolean isWhole(ObjectFacts there) {
        return Long.toString(there.size()).equals(there.metadata().get(SIZE))
                && there.metadata().containsKey(SHA256);
    }

    private static boolean isOf(ObjectFacts there, BuiltFile built) {
        return built.sha256().equals(there.metadata().get(SHA256)) && built.size() == there.size();
    }

    private boolean isWanted(ObjectFacts there, ImageUpload wanted, BuiltFile built) {
        return ownership.is(wanted, there.metadata()) && isWhole(there) && isOf(there, built);
    }

    @Override
    public void make(ImageUpload wanted, Token token, Context context) throws InterruptedException {
        var built = built(wanted, context)
                .orElseThrow(() -> declined("NotBuilt", wanted.image() + " has no file to upload. Build it first."));
        var most = wanted.size().count().multiply(BigDecimal.valueOf(1 << 30));
        if (BigDecimal.valueOf(built.size()).compareTo(most) > 0) {
            throw declined(
                    "ImageTooLarge",
                    built.path() + " has " + built.size() + " bytes, and the plan counts with " + wanted.size()
                            + " at most, so that all images fit the free Object Storage. Nothing was uploaded.");
        }
        var bucket = bucket(wanted, context).orElseThrow(() -> ResourceLocations.notYet(wanted.bucket()));
        var there = storage.head(bucket, object(wanted)).orElse(null);
        if (there != null && !ownership.is(wanted, there.metadata())) {
            throw clash(wanted, bucket);
        }
        Condition condition = there == null ? new Condition.Absent() : new Condition.Unchanged(there.etag());
        try {
            upload(wanted, built, token, condition, bucket, context);
        } catch (StorageRefusal refused) {
            if (!refused.isStale()) {
                throw refused;
            }
            // Somebody made the object while we sent the parts: another run of ours, or somebody else.
            if (!isWanted(made(wanted, bucket), wanted, built)) {
                throw clash(wanted, bucket);
            }
        }
    }

    private void upload(
            ImageUpload wanted, BuiltFile built, Token token, Condition condition, String bucket, Context context)
            throws InterruptedException {
        if (!Files.isRegularFile(built.path())) {
            throw declined("FileMissing", built.path() + " is not there. Build the image again.");
        }
        var metadata = new HashMap<>(ownership.tags(wanted, token));
        metadata.put(SHA256, built.sha256());
        metadata.put(SIZE, Long.toString(built.size()));
        try (var file = new ImageFile(built.path())) {
            if (file.size() != built.size()) {
                throw changed(built, "it has " + file.size() + " bytes");
            }
            var plan = plans.apply(file.size());
            new ImageTransfer(storage, bucket, object(wanted), file, plan, context)
                    .send(built.sha256(), metadata, condition, false);
            var made = made(wanted, bucket);
            if (!isOf(made, built)) {
                // What was gone on with was begun for a file that starts like this one.
                storage.delete(bucket, object(wanted), new Condition.Unchanged(made.etag()));
                new ImageTransfer(storage, bucket, object(wanted), file, plan, context)
                        .send(built.sha256(), metadata, new Condition.Absent(), true);
            }
        } catch (FileChanged changed) {
            throw changed(built, String.valueOf(changed.getMessage()));
        } catch (IOException unreadable) {
            throw declined("FileUnreadable", built.path() + " can't be read: " + unreadable.getMessage() + ".");
        } catch (InterruptedException | RuntimeException known) {
            throw known;
        } catch (Exception bug) {
            throw new IllegalStateException(bug);
        }
    }

    private ObjectFacts made(ImageUpload wanted, String bucket) {
        return storage.head(bucket, object(wanted))
                .orElseThrow(() -> new Busy(object(wanted) + " was made and is not seen yet.", null));
    }

    private static Declined declined(String code, String words) {
        return new Declined(Declined.Reason.FORBIDDEN, code, words);
    }

    private static Declined changed(BuiltFile built, String found) {
        return declined(
                "FileChanged",
                built.path() + " is not what was built: " + found + ", not the SHA-256 " + built.sha256() + " and "
                        + built.size() + " bytes. Build the image again.");
    }

    private static Declined clash(ImageUpload wanted, String bucket) {
        return new Declined(
                Declined.Reason.NAME_TAKEN,
                "ObjectAlreadyExists",
                "The bucket " + bucket + " has an object " + object(wanted)
                        + " that this platform did not make; it was left as it is. Move it away, or give the"
                        + " platform another name.");
    }

    /// Nothing of an object changes in place but what it was made from, which it need not be made of again.
    @Override
    public void change(Found<ImageUpload> there, ImageUpload wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<ImageUpload> there, ImageUpload gone, Context context) {
        removeRest(gone, context);
    }

    /// Another file's object is ours as well, and so is what has arrived of one.
    @Override
    public void removeRest(ImageUpload gone, Context context) {
        var bucket = bucket(gone, context).orElse(null);
        if (bucket == null) {
            return;
        }
        try {
            var there = storage.head(bucket, object(gone)).orElse(null);
            if (there != null && !ownership.is(gone, there.metadata())) {
                return; // Somebody else's has the name, and the open uploads are theirs too.
            }
            if (there != null) {
                storage.delete(bucket, object(gone), new Condition.Unchanged(there.etag()));
            }
            for (var upload : storage.openUploads(bucket)) {
                if (upload.object().equals(object(gone))) {
                    storage.giveUp(bucket, upload);
                }
            }
        } catch (StorageRefusal refused) {
            if (!refused.code().equals(StorageRefusal.NO_BUCKET)) {
                throw refused;
            }
        }
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the bucket, which is listed, and goes with it");
    }
}
