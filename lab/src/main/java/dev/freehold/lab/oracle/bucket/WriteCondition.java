package dev.freehold.lab.oracle.bucket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// On which condition a write is wanted, from its `if-match` and `if-none-match`.
///
/// @param etag the object must be there with this etag; `*` is any; null asks nothing
/// @param absent the object must not be there (`if-none-match: *`)
public record WriteCondition(@Nullable String etag, boolean absent) {
    /// No condition.
    public static final WriteCondition ANYWAY = new WriteCondition(null, false);

    void check(Optional<String> standing) {
        if (absent && standing.isPresent()) {
            throw new BucketRefusal(BucketRefusal.Why.IF_NONE_MATCH_FAILED, "The If-None-Match condition failed");
        }
        if (etag != null
                && standing.filter(there -> etag.equals("*") || etag.equals(there))
                        .isEmpty()) {
            throw new BucketRefusal(BucketRefusal.Why.IF_MATCH_FAILED, "The If-Match condition failed");
        }
    }
}
