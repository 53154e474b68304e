package dev.freehold.adapters.oci.ownership;

import com.oracle.bmc.http.internal.BmcEnum;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.ports.driver.Unforeseen;
import org.jspecify.annotations.Nullable;

/// Where a thing on OCI is in its life. Every service has its own words for these five.
public enum Lifecycle {
    COMING,
    READY,
    GOING,
    GONE,
    /// It came to nothing, and is still there to be removed.
    FAILED;

    /// @param what whose state it is, for the message
    /// @throws Unforeseen a state that nobody foresaw, or none at all
    public static Lifecycle of(String what, @Nullable BmcEnum state) {
        var word = word(what, state);
        return switch (word) {
            case "PROVISIONING",
                    "CREATING",
                    "UPDATING",
                    "ASSIGNING",
                    "UNASSIGNING",
                    "STARTING",
                    "STOPPING",
                    "MOVING",
                    "CREATING_IMAGE",
                    "IMPORTING",
                    "ATTACHING" -> COMING;
            case "AVAILABLE",
                    "ACTIVE",
                    "INACTIVE",
                    "ASSIGNED",
                    "UNASSIGNED",
                    "ATTACHED",
                    "RUNNING",
                    "STOPPED",
                    "EXPORTING",
                    "DISABLED" -> READY;
            case "TERMINATING", "DELETING", "DETACHING" -> GOING;
            case "TERMINATED", "DELETED", "DETACHED" -> GONE;
            case "FAILED" -> FAILED;
            default -> throw new Unforeseen(what + " is " + word + ", a state that nobody foresaw.");
        };
    }

    /// The word that OCI used for the state, as far as the SDK kept it.
    public static String word(String what, @Nullable BmcEnum state) {
        var word = OciCalls.required("the state of " + what, state).getValue();
        if (word == null) {
            throw new Unforeseen(what + " is in a state that this version of Oracle's SDK does not know.");
        }
        return word;
    }
}
