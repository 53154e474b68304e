package dev.freehold.app.shell.script;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.line.LineWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file or a pipe of commands, one a line, read as they are run.
public final class CommandScript implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader reader;
    private int number;

    /// @param name what a person calls it in a message
    public CommandScript(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /// One line.
    ///
    /// @param number of where it begins, from 1
    public record Line(int number, LineWords words) {
        /// @throws CommandError if it does not end as it should
        public List<String> complete() {
            return switch (words.last()) {
                case BETWEEN, IN_WORD -> words.words();
                case IN_SINGLE_QUOTES, IN_DOUBLE_QUOTES ->
                    throw CommandError.usage(
                            "Unclosed quote",
                            "A quote begins in '" + words.words().getLast() + "' and does not end on its line.",
                            null);
                case AT_BACKSLASH ->
                    throw CommandError.usage(
                            "Nothing follows", "The last line ends in a backslash, which none follows.", null);
            };
        }
    }

    public static CommandScript open(Path file, String name) {
        try {
            return new CommandScript(name, Files.newBufferedReader(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw CommandError.usage("No such script", "There is no file " + name + ".", null);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public String name() {
        return name;
    }

    /// The line that was read last, from 1.
    public int number() {
        return number;
    }

    /// The next line, absent after the last one.
    public @Nullable Line next() {
        try {
            var text = reader.readLine();
            int first = ++number;
            if (text == null) {
                return null;
            }
            if (first == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
            var words = LineWords.of(text);
            while (words.last() == LineWords.End.AT_BACKSLASH) {
                var following = reader.readLine();
                if (following == null) {
                    break;
                }
                number++;
                text = text.substring(0, text.length() - 1) + following;
                words = LineWords.of(text);
            }
            return new Line(first, words);
        } catch (CharacterCodingException bytes) {
            throw CommandError.usage("Unreadable script", name + " is not text in UTF-8.", null);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static CommandError unreadable(IOException e) {
        return CommandError.usage("Unreadable script", "It can't be read: " + e.getMessage() + ".", null);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException ignored) {
            // everything that was wanted of it has been read
        }
    }
}
