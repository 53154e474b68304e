package dev.freehold.ports.driver;

/// Something that is wrong with a system for a while; closing it ends that.
public interface Trouble extends AutoCloseable {
    /// One that takes care of itself.
    Trouble PASSING = () -> {};

    @Override
    void close();
}
