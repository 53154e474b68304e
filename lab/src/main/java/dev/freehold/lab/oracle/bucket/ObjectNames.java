package dev.freehold.lab.oracle.bucket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// What objects may be called, and in which order they are listed.
public final class ObjectNames {
    /// By their bytes in UTF-8, as OCI lists them.
    public static final Comparator<String> ORDER = (one, two) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), two.getBytes(StandardCharsets.UTF_8));

    private static final int LONGEST_OBJECT_NAME = 1024; // bytes of UTF-8

    private ObjectNames() {}

    static void checkObject(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > LONGEST_OBJECT_NAME || name.chars().anyMatch(c -> c == 0 || c == '\n' || c == '\r')) {
            throw new BucketRefusal(
                    BucketRefusal.Why.INVALID,
                    "An object's name has 1 to " + LONGEST_OBJECT_NAME
                            + " bytes, with no line feed, carriage return or NUL in them");
        }
    }
}
