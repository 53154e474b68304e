package dev.freehold.app.shell.action;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Files that a person names, outside of the home.
public final class UserFiles {
    private UserFiles() {}

    /// Why it could not be done, for a person.
    public static String reason(IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(why.getMessage());
        };
    }
}
