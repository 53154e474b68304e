package dev.freehold.ports.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// What a person answered in a conversation that is not over, so that it goes on where it was broken off. Nothing
/// in it is secret.
public interface AnswerStore {

    /// By question; nothing where nothing is kept, or nothing that can be read: whatever was kept is asked
    /// again then.
    Map<String, String> read();

    /// @param answers by question, all there are
    void keep(Map<String, String> answers) throws IOException;

    /// Nothing of the conversation is needed any more.
    void forget() throws IOException;

    /// Where they are kept.
    Path file();
}
