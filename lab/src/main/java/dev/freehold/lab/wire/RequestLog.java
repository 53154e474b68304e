package dev.freehold.lab.wire;

import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.time.LabClock;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Answer.Reset;
import dev.freehold.lab.wire.Answer.SlowHead;
import dev.freehold.lab.wire.Answer.Truncated;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// What was really asked and answered, one JSON object a line; a line is there before its answer is sent. Holds no
/// header but those named here, and no body.
public final class RequestLog implements AutoCloseable {
    /// A pre-authenticated request's path is its secret.
    private static final Pattern BEARER_PATH = Pattern.compile("^/p/[^/]+");

    /// No channel: an interrupted thread would close it for all.
    private final FileOutputStream file;
    private final LabClock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private RequestLog(FileOutputStream file, LabClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Goes on with the file if it is there.
    public static RequestLog open(Path path, LabClock clock) {
        try {
            return new RequestLog(new FileOutputStream(OwnerOnly.file(path).toFile(), true), clock);
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab can't write its request log " + path, cause);
        }
    }

    /// An interceptor that notes every request. Outside of those that make faults, it sees what the client got.
    public Interceptor asInterceptor() {
        return (request, rest) -> {
            var answer = rest.apply(request);
            note(request, answer);
            return answer;
        };
    }

    private void note(Incoming request, Answer answer) {
        var line = Json.object()
                .put("time", Json.time(clock.wall()))
                .put("method", request.method())
                .put("path", BEARER_PATH.matcher(request.target()).replaceFirst("/p/-"));
        request.header("opc-retry-token").ifPresent(token -> line.put("retryToken", token));
        switch (answer) {
            case Reply reply -> replied(line, reply);
            case Reset _ -> line.put("wire", "reset");
            case Truncated truncated -> replied(line, truncated.reply()).put("wire", "truncated");
            case SlowHead slow -> replied(line, slow.reply()).put("wire", "slow-headers");
        }
        write(line);
    }

    private static ObjectNode replied(ObjectNode line, Reply reply) {
        line.put("status", reply.status());
        reply.headers().forEach((name, value) -> {
            if (name.equals("opc-request-id")) {
                line.put("requestId", value);
            }
        });
        return line;
    }

    /// Something that only the lab may know, such as why a signature was refused.
    public void remark(String requestId, String what) {
        write(Json.object()
                .put("time", Json.time(clock.wall()))
                .put("requestId", requestId)
                .put("remark", what));
    }

    private void write(ObjectNode line) {
        var bytes = Json.line(line);
        lock.lock();
        try {
            file.write(bytes);
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab can't write its request log", cause);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab's request log did not close", cause);
        }
    }
}
