package dev.freehold.lab.oracle.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a bucket's objects, by [ObjectNames#ORDER].
///
/// @param prefixes of names that go on after the delimiter, each once, the delimiter at their end
/// @param nextStart where the next page starts; null on the last
public record Listing(
        List<StoredObject> objects,
        List<String> prefixes,
        @Nullable String nextStart) {
    /// Which objects are wanted. What is null asks nothing.
    ///
    /// @param start the first name, itself included
    /// @param startAfter the last name that is too small
    /// @param end the first name that is too large
    /// @param delimiter names are cut after its first occurrence behind the prefix; OCI takes `/` alone
    /// @param limit how many objects and prefixes together, from 1
    public record Query(
            String prefix,
            @Nullable String start,
            @Nullable String startAfter,
            @Nullable String end,
            @Nullable String delimiter,
            int limit) {
        /// All there are.
        public static final Query ALL = new Query("", null, null, null, null, Integer.MAX_VALUE);
    }
}
