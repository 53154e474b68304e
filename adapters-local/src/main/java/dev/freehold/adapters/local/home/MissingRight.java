package dev.freehold.adapters.local.home;

import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;

/// What a driver is told where this computer does not let it read or write.
public final class MissingRight {
    private MissingRight() {}

    /// @throws Unforeseen if it is no right that is missing
    public static Declined declined(UnusableHome unusable) {
        var words = String.valueOf(unusable.getMessage());
        var cause = unusable.getCause();
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return new Declined(Declined.Reason.FORBIDDEN, "AccessDenied", words);
        }
        throw new Unforeseen(words);
    }
}
