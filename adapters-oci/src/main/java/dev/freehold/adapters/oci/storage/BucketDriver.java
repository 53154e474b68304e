package dev.freehold.adapters.oci.storage;

import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.adapters.oci.storage.ObjectStorage.BucketFacts;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ImageResource.Bucket;
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
import java.util.Optional;

/// A bucket that nobody reads without signing. Its name is unique in the tenancy's namespace, so one of that
/// name without our tags is somebody else's.
public final class BucketDriver implements ResourceDriver<Bucket> {
    private final ObjectStorage storage;
    private final Mark mark;

    public BucketDriver(ObjectStorage storage, Mark mark) {
        this.storage = storage;
        this.mark = mark;
    }

    private BucketPlace outputs(Bucket bucket) {
        return new BucketPlace(bucket.name(), storage.namespace());
    }

    @Override
    public Optional<Observed> observe(Bucket wanted, Context context) {
        return storage.bucket(wanted.name())
                .filter(there -> mark.isOn(there.tags(), wanted.id()) && !there.open())
                .map(_ -> Observed.of(wanted, outputs(wanted)));
    }

    @Override
    public CreateAnswer create(Bucket wanted, Token token, Context context) {
        try {
            var there = storage.bucket(wanted.name());
            if (there.isPresent()) {
                return adopted(wanted, there.get());
            }
            var compartment = context.outputsOf(wanted.compartment())
                    .map(place -> place.ocid().text())
                    .orElseThrow(() -> new IllegalStateException(wanted.compartment() + " has no OCID in its outputs"));
            storage.createBucket(wanted.name(), compartment, mark.on(wanted.id(), token));
            return Created.of(wanted, outputs(wanted));
        } catch (StorageRefusal refused) {
            return refused.code().equals("BucketAlreadyExists")
                            || refused.code().equals("BucketNotFound")
                    ? clash(wanted)
                    : new Refused(refused.code(), refused.words());
        }
    }

    private CreateAnswer adopted(Bucket wanted, BucketFacts there) {
        if (!mark.isOn(there.tags(), wanted.id())) {
            return clash(wanted);
        }
        if (there.open()) {
            storage.closeBucket(wanted.name());
        }
        return Created.of(wanted, outputs(wanted));
    }

    private static Refused clash(Bucket wanted) {
        return new Refused(
                "BucketAlreadyExists",
                "The tenancy has a bucket " + wanted.name() + " that this platform did not make; it was left as it"
                        + " is. Give the platform another name, or remove the bucket.");
    }

    /// Nothing of a bucket changes in place but what it waits for.
    @Override
    public UpdateAnswer update(Bucket before, Bucket wanted, Context context) {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        return observe(wanted, context)
                .<UpdateAnswer>map(there -> new Updated(there))
                .orElseGet(() -> new Refused("NotThere", "The bucket " + wanted.name() + " is not there any more."));
    }

    /// Takes along what the platform put into it, and refuses where there is anything else.
    @Override
    public DeleteAnswer delete(Bucket gone, Context context) {
        try {
            var there = storage.bucket(gone.name());
            if (there.isEmpty()) {
                return new Deleted();
            }
            if (!mark.isOn(there.get().tags(), gone.id())) {
                return new Refused(
                        "NotOurs",
                        "The bucket " + gone.name() + " does not bear this platform's tags; it was left as it is.");
            }
            var others = emptied(gone.name());
            if (others.isPresent()) {
                return new Refused(
                        "BucketNotEmpty",
                        "The bucket " + gone.name() + " holds " + others.get()
                                + ", which this platform did not put there; the bucket was left. Move it away and"
                                + " run the command again.");
            }
            storage.deleteBucket(gone.name());
            return new Deleted();
        } catch (StorageRefusal refused) {
            return refused.code().equals("BucketNotFound")
                    ? new Deleted()
                    : new Refused(refused.code(), refused.words());
        }
    }

    /// The first thing in the bucket that is not ours; empty if there is none any more.
    private Optional<String> emptied(String bucket) {
        for (var object : storage.list(bucket, "")) {
            var there = storage.head(bucket, object);
            if (there.isPresent()) {
                if (!mark.isOn(there.get().metadata())) {
                    return Optional.of("the object " + object);
                }
                storage.delete(
                        bucket, object, new Condition.Unchanged(there.get().etag()));
            }
        }
        for (var upload : storage.openUploads(bucket)) {
            if (!upload.object().startsWith(Mark.PREFIX)) {
                return Optional.of("an unfinished upload of " + upload.object());
            }
            storage.giveUp(bucket, upload);
        }
        return Optional.empty();
    }
}
