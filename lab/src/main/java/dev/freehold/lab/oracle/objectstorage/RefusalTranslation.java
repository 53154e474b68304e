package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.api.Handler;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.StreamHandler;
import dev.freehold.lab.oracle.bucket.BucketRefusal;

/// The store's refusals, put into OCI's words.
final class RefusalTranslation {
    private RefusalTranslation() {}

    static Handler plain(Handler handler) {
        return (call, tx) -> {
            try {
                return handler.answer(call, tx);
            } catch (BucketRefusal refused) {
                throw refusal(refused);
            }
        };
    }

    static StreamHandler streaming(StreamHandler handler) {
        return call -> {
            try {
                return handler.answer(call);
            } catch (BucketRefusal refused) {
                throw refusal(refused);
            }
        };
    }

    private static Refusal refusal(BucketRefusal refused) {
        return new Refusal(refused.why().status(), refused.why().code(), refused.words());
    }
}
