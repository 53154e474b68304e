package dev.freehold.engine;

/// Stands where a use case is being written.
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
final class Soon {
    private Soon() {}

    static <T> T comes(Object... from) {
        throw new UnsupportedOperationException(java.util.Arrays.toString(from));
    }
}
