package dev.freehold.adapters.local.home;

import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;

/// What a driver answers where this computer does not let it write.
public final class MissingRight {
    private MissingRight() {}

    /// @throws Unforeseen if it is no right that is missing
    public static Refused refused(UnusableHome unusable) {
        var words = String.valueOf(unusable.getMessage());
        var cause = unusable.getCause();
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return new Refused("AccessDenied", words);
        }
        throw new Unforeseen(words);
    }
}
