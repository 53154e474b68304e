package dev.freehold.adapters.sim.world;

import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.ports.driver.Refused;

/// How each system refuses, in its codes and words.
final class Refusals {
    private Refusals() {}

    static Refused missing(Resource wanted, ResourceId base) {
        var words = wanted.kind() + " " + wanted.name() + " refers to it.";
        return switch (wanted.system()) {
            case OCI ->
                new Refused(
                        "NotAuthorizedOrNotFound",
                        "Authorization failed or requested resource not found: " + base + "; " + words);
            case TAILNET -> new Refused("404", "no such device or credential: " + base + "; " + words);
            case PROXMOX -> new Refused("500", "no such resource '" + base + "'; " + words);
            case TALOS -> new Refused("FailedPrecondition", base + " does not exist; " + words);
            case KUBERNETES -> new Refused("NotFound", "\"" + base + "\" not found; " + words);
            case LOCAL, BUILDER, GIT -> new Refused("NotFound", "No such file: " + base + "; " + words);
        };
    }

    static Refused exists(Resource wanted, Thing there) {
        var words = there.id() + " stands already, with other settings or by another token.";
        return switch (wanted.system()) {
            case OCI -> new Refused("NotAuthorizedOrResourceAlreadyExists", words);
            case TAILNET -> new Refused("409", words);
            case PROXMOX -> new Refused("500", "unable to create " + wanted.name() + " - already exists: " + words);
            case TALOS, KUBERNETES -> new Refused("AlreadyExists", words);
            case LOCAL, BUILDER, GIT -> new Refused("FileExists", words);
        };
    }

    static Refused gone(Resource wanted) {
        return missing(wanted, wanted.id());
    }

    static Refused notOurs(Thing there) {
        return new Refused("NotOurs", there.id() + " was there before Freehold, which does not change it.");
    }

    static Refused fixed(Resource wanted, SettingChange change) {
        var words = "'" + change.setting() + "' of " + wanted.id() + " can't be changed from "
                + change.before().words() + " to " + change.after().words() + " on what lives.";
        return switch (wanted.system()) {
            case OCI -> new Refused("InvalidParameter", words);
            case TAILNET -> new Refused("400", words);
            case PROXMOX -> new Refused("400", "Parameter verification failed. " + words);
            case TALOS -> new Refused("InvalidArgument", words);
            case KUBERNETES -> new Refused("Invalid", "field is immutable: " + words);
            case LOCAL, BUILDER, GIT -> new Refused("Unsupported", words);
        };
    }

    static Refused inUse(Thing there, Thing child) {
        var removed = there.resource();
        if (removed instanceof ImageResource.Bucket bucket) {
            return new Refused(
                    "BucketNotEmpty",
                    "Bucket named '" + bucket.name() + "' is not empty: " + child.id() + ". Delete all objects first.");
        }
        var words = "The " + there.id() + name(there) + " references or is referenced by the " + child.id()
                + name(child) + ". You must remove the reference to proceed with this operation.";
        if (removed instanceof OciResource.Vcn) {
            return new Refused("IncorrectState", words);
        }
        var plain = there.id() + " is in use by " + child.id() + ".";
        return switch (removed.system()) {
            case OCI -> new Refused("Conflict", words);
            case TAILNET -> new Refused("409", plain);
            case PROXMOX -> new Refused("500", plain);
            case TALOS -> new Refused("FailedPrecondition", plain);
            case KUBERNETES -> new Refused("Conflict", plain);
            case LOCAL, BUILDER, GIT -> new Refused("InUse", plain);
        };
    }

    private static String name(Thing thing) {
        return thing.outputs() instanceof OnOracle there ? " " + there.ocid() : "";
    }
}
