package dev.freehold.adapters.oci.storage;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.ImageOutputs.BucketPlace;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// A bucket that nobody reads without signing. Its name is unique in the tenancy's namespace, so one of that
/// name without our tags is somebody else's.
public final class BucketDriver implements KindDriver<Bucket> {
    private final ObjectStorage storage;
    private final Ownership ownership;

    public BucketDriver(ObjectStorage storage, Ownership ownership) {
        this.storage = storage;
        this.ownership = ownership;
    }

    /// One that somebody opened is not the one that is wanted: it is made anew by closing it.
    @Override
    public Optional<Found<Bucket>> find(Bucket wanted, Context context) {
        return storage.bucket(wanted.name())
                .filter(there -> ownership.is(wanted, there.tags()) && !there.open())
                .map(there -> Found.ours(
                        wanted.name(),
                        wanted,
                        new BucketPlace(wanted.name(), storage.namespace()),
                        Ownership.token(there.tags())));
    }

    @Override
    public void make(Bucket wanted, Token token, Context context) {
        var there = storage.bucket(wanted.name());
        if (there.isEmpty()) {
            create(wanted, token, context);
        } else if (!ownership.is(wanted, there.get().tags())) {
            throw clash(wanted);
        } else if (there.get().open()) {
            storage.closeBucket(wanted.name());
        }
    }

    private void create(Bucket wanted, Token token, Context context) {
        var compartment = context.outputsOf(wanted.compartment())
                .map(there -> there.ocid().text())
                .orElseThrow(() -> ResourceLocations.notYet(wanted.compartment()));
        try {
            storage.createBucket(wanted.name(), compartment, ownership.tags(wanted, token));
        } catch (StorageRefusal refused) {
            boolean taken = refused.code().equals("BucketAlreadyExists")
                    || refused.code().equals(StorageRefusal.NO_BUCKET);
            throw taken ? clash(wanted) : refused;
        }
    }

    private static Declined clash(Bucket wanted) {
        return new Declined(
                Declined.Reason.NAME_TAKEN,
                "BucketAlreadyExists",
                "The tenancy has a bucket " + wanted.name() + " that this platform did not make; it was left as it"
                        + " is. Give the platform another name, or remove the bucket.");
    }

    @Override
    public void change(Found<Bucket> there, Bucket wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<Bucket> there, Bucket gone, Context context) {
        remove(gone);
    }

    /// Takes along what the platform put into it, and refuses where there is anything else.
    private void remove(Bucket gone) {
        var others = emptied(gone.name());
        if (others.isPresent()) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "BucketNotEmpty",
                    "The bucket " + gone.name() + " holds " + others.get()
                            + ", which this platform did not put there; the bucket was left. Move it away and"
                            + " run the command again.");
        }
        storage.deleteBucket(gone.name());
    }

    /// One that somebody opened is ours to remove all the same.
    @Override
    public void removeRest(Bucket gone, Context context) {
        var there = storage.bucket(gone.name());
        if (there.isEmpty()) {
            return;
        }
        if (!ownership.is(gone, there.get().tags())) {
            throw new Declined(
                    Declined.Reason.NAME_TAKEN,
                    "NotOurs",
                    "The bucket " + gone.name() + " does not bear this platform's tags; it was left as it is.");
        }
        remove(gone);
    }

    /// The first thing in the bucket that is not ours; empty if there is none any more.
    private Optional<String> emptied(String bucket) {
        for (var object : storage.list(bucket, "")) {
            var there = storage.head(bucket, object);
            if (there.isPresent()) {
                if (!ownership.isOurs(there.get().metadata())) {
                    return Optional.of("the object " + object);
                }
                storage.delete(
                        bucket, object, new Condition.Unchanged(there.get().etag()));
            }
        }
        for (var upload : storage.openUploads(bucket)) {
            if (!upload.object().startsWith(ImageUploadDriver.FOLDER)) {
                return Optional.of("an unfinished upload of " + upload.object());
            }
            storage.giveUp(bucket, upload);
        }
        return Optional.empty();
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(this::ours);
    }

    /// A list does not show their tags.
    private List<Item> ours(String compartment) {
        return storage.buckets(compartment).stream()
                .flatMap(name -> storage.bucket(name).stream()
                        .filter(there -> ownership.isOurs(there.tags()))
                        .map(there -> new Item("bucket", name, Ownership.resource(there.tags()))))
                .toList();
    }
}
