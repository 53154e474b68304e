package dev.freehold.adapters.oci.storage;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Pieces of work done by a few threads. They compute and send, and never sleep, so they are no workers of a
/// timeline.
final class UploadThreads {
    private final int threads;

    UploadThreads(int threads) {
        this.threads = threads;
    }

    /// Does all of `works`, begun in their order. After the first failure none is begun any more; those that
    /// run are waited for, because what they send need not be sent again.
    ///
    /// @throws Exception the first failure, with the others as suppressed
    void all(Iterable<? extends Callable<@Nullable Void>> works) throws Exception {
        var waiting = new ConcurrentLinkedQueue<Callable<@Nullable Void>>();
        works.forEach(waiting::add);
        var failure = new AtomicReference<@Nullable Exception>();
        try (var pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("upload-", 1).factory())) {
            var running = IntStream.range(0, threads)
                    .mapToObj(_ -> pool.submit(() -> work(waiting, failure)))
                    .toList();
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (InterruptedException interrupted) {
                pool.shutdownNow();
                throw interrupted;
            } catch (ExecutionException bug) {
                pool.shutdownNow();
                throw new IllegalStateException(bug.getCause());
            }
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    @SuppressWarnings("ReferenceEquality") // an exception may not suppress itself
    private static void work(Queue<Callable<@Nullable Void>> waiting, AtomicReference<@Nullable Exception> failure) {
        while (failure.get() == null) {
            var next = waiting.poll();
            if (next == null) {
                return;
            }
            try {
                next.call();
            } catch (Exception failed) {
                if (!failure.compareAndSet(null, failed)) {
                    var first = failure.get();
                    if (first != null && first != failed) {
                        first.addSuppressed(failed);
                    }
                }
            }
        }
    }
}
