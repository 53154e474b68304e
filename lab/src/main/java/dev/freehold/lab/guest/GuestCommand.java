package dev.freehold.lab.guest;

import dev.freehold.lab.guest.Guest.Actor;
import java.io.IOException;
import java.util.List;

/// A program on the machines.
interface GuestCommand {
    /// @return its exit status
    int run(Call call) throws IOException, InterruptedException;

    /// How it was called.
    ///
    /// @param words its arguments, without its own name
    record Call(Guest guest, Actor by, List<String> words, Io io) {
        public Call {
            words = List.copyOf(words);
        }
    }
}
