package dev.freehold.lab.machine;

import java.io.IOException;
import java.util.List;

/// A program on a machine: what a name in its shell does.
public interface Program {
    /// @return its exit status
    int run(Call call) throws IOException, InterruptedException;

    /// How it was called.
    ///
    /// @param machine on which it runs
    /// @param disk of that machine
    /// @param words its arguments, without its own name
    record Call(Machine machine, Disk disk, Actor by, List<String> words, StandardStreams io) {
        public Call {
            words = List.copyOf(words);
        }
    }
}
