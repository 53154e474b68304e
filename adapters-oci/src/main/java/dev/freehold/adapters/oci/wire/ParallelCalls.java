package dev.freehold.adapters.oci.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Calls that don't depend on each other, under way at once: somebody waits for all of them.
public final class ParallelCalls {
    private ParallelCalls() {}

    /// What each of `calls` gives, in their order.
    public static <T> List<T> ask(List<? extends Callable<T>> calls) throws InterruptedException {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var answer : each.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }
}
