package dev.freehold.adapters.oci.wire;

import dev.freehold.ports.driver.Unforeseen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists that OCI gives in pages. A page may be empty and yet have a next.
public final class Pages {
    /// A thousand pages of the smallest size are more than any tenancy here has of anything.
    private static final int MOST = 1000;

    private Pages() {}

    /// @param send asks for the page of that token; the first has none
    public static <A, T> List<T> all(
            String what,
            Function<@Nullable String, A> send,
            Function<A, @Nullable List<T>> items,
            Function<A, @Nullable String> next) {
        var all = new ArrayList<T>();
        String token = null;
        for (int page = 0; page < MOST; page++) {
            var asked = token;
            var answer = OciCalls.ask(what, () -> send.apply(asked));
            all.addAll(OciCalls.required("the items of " + what, items.apply(answer)));
            token = next.apply(answer);
            if (token == null || token.isEmpty()) {
                return all;
            }
        }
        throw new Unforeseen(what + ": more than " + MOST + " pages.");
    }
}
