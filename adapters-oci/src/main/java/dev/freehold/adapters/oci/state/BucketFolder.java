package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.Content;
import dev.freehold.adapters.oci.storage.StorageRefusal;
import dev.freehold.ports.driver.Unforeseen;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where in Object Storage one target of one platform is recorded.
///
/// @param folder the beginning of every object's name there, with a slash at its end
/// @param compartment gives the OCID of where a bucket that is not there yet is made
public record BucketFolder(ObjectStorage storage, String bucket, String folder, Supplier<String> compartment) {

    /// The place of one platform's target, beside those of others.
    public static BucketFolder of(
            ObjectStorage storage, String bucket, String platform, String target, Supplier<String> compartment) {
        return new BucketFolder(storage, bucket, "freehold/" + platform + "/" + target + "/", compartment);
    }

    Optional<Content> get(String name) {
        try {
            return storage.get(bucket, folder + name);
        } catch (StorageRefusal refused) {
            if (refused.code().equals(StorageRefusal.NO_BUCKET)) {
                return Optional.empty();
            }
            throw refusal("read", name, refused);
        }
    }

    /// @return the object's entity tag; empty if the condition does not hold
    Optional<String> put(String name, byte[] bytes, Condition condition) {
        try {
            return Optional.of(write(name, bytes, condition));
        } catch (StorageRefusal refused) {
            if (refused.isStale()) {
                return Optional.empty();
            }
            throw refusal("written", name, refused);
        }
    }

    private String write(String name, byte[] bytes, Condition condition) {
        try {
            return storage.put(bucket, folder + name, bytes, condition, Map.of());
        } catch (StorageRefusal refused) {
            if (!refused.code().equals(StorageRefusal.NO_BUCKET)) {
                throw refused;
            }
            // The first of all commands: nothing of the platform is there yet, so it can't be in a compartment of it.
            storage.createBucket(bucket, compartment.get(), Map.of("freehold", "state"));
            return storage.put(bucket, folder + name, bytes, condition, Map.of());
        }
    }

    /// @return false if the condition does not hold; what is not there is deleted
    boolean delete(String name, Condition condition) {
        try {
            storage.delete(bucket, folder + name, condition);
            return true;
        } catch (StorageRefusal refused) {
            if (refused.isStale()) {
                return false;
            }
            throw refusal("removed", name, refused);
        }
    }

    private Unforeseen refusal(String done, String name, StorageRefusal refused) {
        return new Unforeseen("The shared state " + bucket + "/" + folder + name + " can't be " + done + ": "
                + refused.code() + ", " + refused.refused().words());
    }

    @Override
    public String toString() {
        return bucket + "/" + folder;
    }
}
