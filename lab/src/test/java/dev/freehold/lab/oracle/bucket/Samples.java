package dev.freehold.lab.oracle.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/// Buckets and contents to try things on.
final class Samples {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final ObjectHeaders PLAIN = new ObjectHeaders("text/plain", Map.of(), Map.of("purpose", "test"), "Standard");

    private Samples() {}

    static ReceivedContent received(Bucket bucket, String content) {
        try {
            return bucket.receive(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static StoredObject put(Bucket bucket, String name, String content) {
        return bucket.put(name, received(bucket, content), PLAIN, WriteCondition.ANYWAY);
    }

    static String content(Bucket bucket, String name) {
        var object = bucket.object(name);
        return content(bucket, name, 0, object.bytes());
    }

    static String content(Bucket bucket, String name, long offset, long length) {
        try (var stream = bucket.read(bucket.object(name), offset, length).orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
