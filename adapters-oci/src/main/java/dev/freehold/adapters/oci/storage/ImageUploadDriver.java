package dev.freehold.adapters.oci.storage;

import java.util.Objects;
import java.nio.file.Path;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.output.ImageOutputs.UploadedObject;
import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.ObjectFacts;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.CreateAnswer.Created;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.DeleteAnswer.Deleted;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.driver.UpdateAnswer.Updated;
import dev.freehold.ports.skeleton.FixedSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.LongFunction;

/// An image's file as an object `freehold/<name>.qcow2`. The object's metadata say whose it is and which
/// SHA-256 the file had that it was made of; with the MD5 of every part, checked on arrival, that is the way
/// from the builder to what is imported.
public final class ImageUploadDriver implements ResourceDriver<ImageUpload> {
    private static final String SHA256 = "sha256";
    private static final String SIZE = "size";

    private final ObjectStorage storage;
    private final Mark mark;
    private final LongFunction<PartPlan> plans;

    public ImageUploadDriver(ObjectStorage storage, Mark mark) {
        this(storage, mark, PartPlan::of);
    }

    /// @param plans how a file of a size is cut
    ImageUploadDriver(ObjectStorage storage, Mark mark, LongFunction<PartPlan> plans) {
        this.storage = storage;
        this.mark = mark;
        this.plans = plans;
    }

    static String object(ImageUpload upload) {
        return Mark.PREFIX + upload.name() + ".qcow2";
    }

    private static String bucket(ImageUpload upload, Context context) {
        return context.outputsOf(upload.bucket())
                .map(BucketPlace::bucket)
                .orElseThrow(() -> new IllegalStateException(upload.bucket() + " has no name in its outputs"));
    }

    private static Optional<BuiltFile> built(ImageUpload upload, Context context) {
        return context.outputsOf(upload.image())
                .map(file -> new BuiltFile(
                        Path.of(file.file().text()), file.sha256().text(), file.sizeBytes()));
    }

    @Override
    public Optional<Observed> observe(ImageUpload wanted, Context context) {
        var built = built(wanted, context);
        return storage.head(bucket(wanted, context), object(wanted))
                .filter(there -> mark.isOn(there.metadata(), wanted.id()) && isWhole(there))
                // One that was made of another file is not the one that is wanted.
                .filter(there -> built.isEmpty() || isOf(there, built.get()))
                .map(there -> Observed.of(wanted, outputs(wanted, there)));
    }

    /// Of an object that is whole: its metadata have a SHA-256.
    private static UploadedObject outputs(ImageUpload upload, ObjectFacts there) {
        return new UploadedObject(
                object(upload), new Sha256(Objects.requireNonNull(there.metadata().get(SHA256))));
    }

    private static boolean isWhole(ObjectFacts there) {
        return Long.toString(there.size()).equals(there.metadata().get(SIZE))
                && there.metadata().containsKey(SHA256);
    }

    private static boolean isOf(ObjectFacts there, BuiltFile built) {
        return built.sha256().equals(there.metadata().get(SHA256)) && built.size() == there.size();
    }

    @Override
    public CreateAnswer create(ImageUpload wanted, Token token, Context context) throws InterruptedException {
        var built = built(wanted, context).orElse(null);
        if (built == null) {
            return new Refused("NotBuilt", wanted.image() + " has no file to upload. Build it first.");
        }
        var most = wanted.size().count().multiply(BigDecimal.valueOf(1 << 30));
        if (BigDecimal.valueOf(built.size()).compareTo(most) > 0) {
            return new Refused(
                    "ImageTooLarge",
                    built.path() + " has " + built.size() + " bytes, and the plan counts with " + wanted.size()
                            + " at most, so that all images fit the free Object Storage. Nothing was uploaded.");
        }
        var bucket = bucket(wanted, context);
        try {
            var there = storage.head(bucket, object(wanted)).orElse(null);
            if (there != null && !mark.isOn(there.metadata(), wanted.id())) {
                return clash(wanted, bucket);
            }
            if (there != null && isWhole(there) && isOf(there, built)) {
                return Created.of(wanted, outputs(wanted, there));
            }
            Condition condition = there == null ? new Condition.Absent() : new Condition.Unchanged(there.etag());
            return upload(wanted, built, token, condition, context);
        } catch (StorageRefusal refused) {
            return refused.isStale() ? overtaken(wanted, built, bucket) : new Refused(refused.code(), refused.words());
        }
    }

    private CreateAnswer upload(ImageUpload wanted, BuiltFile built, Token token, Condition condition, Context context)
            throws InterruptedException {
        if (!Files.isRegularFile(built.path())) {
            return new Refused("FileMissing", built.path() + " is not there. Build the image again.");
        }
        var bucket = bucket(wanted, context);
        var metadata = new HashMap<>(mark.on(wanted.id(), token));
        metadata.put(SHA256, built.sha256());
        metadata.put(SIZE, Long.toString(built.size()));
        try (var file = new ImageFile(built.path())) {
            if (file.size() != built.size()) {
                return changed(built, "it has " + file.size() + " bytes");
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
                made = made(wanted, bucket);
            }
            return Created.of(wanted, outputs(wanted, made));
        } catch (FileChanged changed) {
            return changed(built, String.valueOf(changed.getMessage()));
        } catch (IOException unreadable) {
            return new Refused("FileUnreadable", built.path() + " can't be read: " + unreadable.getMessage() + ".");
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

    private static Refused changed(BuiltFile built, String found) {
        return new Refused(
                "FileChanged",
                built.path() + " is not what was built: " + found + ", not the SHA-256 " + built.sha256() + " and "
                        + built.size() + " bytes. Build the image again.");
    }

    /// Somebody made the object while we sent the parts: another run of ours, or somebody else.
    private CreateAnswer overtaken(ImageUpload wanted, BuiltFile built, String bucket) {
        var there = made(wanted, bucket);
        return mark.isOn(there.metadata(), wanted.id()) && isWhole(there) && isOf(there, built)
                ? Created.of(wanted, outputs(wanted, there))
                : clash(wanted, bucket);
    }

    private static Refused clash(ImageUpload wanted, String bucket) {
        return new Refused(
                "ObjectAlreadyExists",
                "The bucket " + bucket + " has an object " + object(wanted)
                        + " that this platform did not make; it was left as it is. Move it away, or give the"
                        + " platform another name.");
    }

    /// Nothing of an object changes in place but what it was made from, which it need not be made of again.
    @Override
    public UpdateAnswer update(ImageUpload before, ImageUpload wanted, Context context) throws InterruptedException {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        return observe(wanted, context)
                .<UpdateAnswer>map(there -> new Updated(there))
                .orElseGet(() -> new Refused("NotThere", object(wanted) + " is not there any more."));
    }

    @Override
    public DeleteAnswer delete(ImageUpload gone, Context context) {
        var bucket = bucket(gone, context);
        try {
            var there = storage.head(bucket, object(gone)).orElse(null);
            if (there != null && !mark.isOn(there.metadata(), gone.id())) {
                return new Deleted(); // Somebody else's has the name, and the open uploads are theirs too.
            }
            if (there != null) {
                storage.delete(bucket, object(gone), new Condition.Unchanged(there.etag()));
            }
            for (var upload : storage.openUploads(bucket)) {
                if (upload.object().equals(object(gone))) {
                    storage.giveUp(bucket, upload);
                }
            }
            return new Deleted();
        } catch (StorageRefusal refused) {
            return refused.code().equals(StorageRefusal.NO_BUCKET)
                    ? new Deleted()
                    : new Refused(refused.code(), refused.words());
        }
    }
}
