package dev.freehold.adapters.oci.storage;

import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import java.util.Locale;

/// How many bytes of a file are in Object Storage, told at each percent; and the end of the patience.
final class TransferProgress {
    private static final long MB = 1_000_000;

    private final Context context;
    private final long size;
    private long done;
    private long told = -1;

    TransferProgress(Context context, long size) {
        this.context = context;
        this.size = size;
    }

    /// To be called for every few bytes that are on their way or found to have arrived.
    ///
    /// @throws Silent after the deadline; what has arrived stays for the next attempt
    synchronized void arrived(long bytes) {
        checkDeadline();
        done += bytes;
        long percent = done * 100 / size;
        if (percent > told) {
            told = percent;
            context.progress()
                    .report(String.format(Locale.ROOT, "%,d of %,d MB (%d %%)", done / MB, size / MB, percent));
        }
    }

    /// @throws Silent after the deadline
    void checkDeadline() {
        if (context.timeline().now().isAfter(context.deadline())) {
            throw new Silent("The upload was not done in time. What has arrived is kept, and the next attempt sends"
                    + " the rest.");
        }
    }
}
