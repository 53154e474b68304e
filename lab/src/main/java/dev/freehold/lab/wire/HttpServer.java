package dev.freehold.lab.wire;

import dev.freehold.lab.time.LabClock;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Answer.Reset;
import dev.freehold.lab.wire.Answer.SlowHead;
import dev.freehold.lab.wire.Answer.Truncated;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// HTTP/1.1 with keep-alive on 127.0.0.1; each request is answered on a virtual thread of its own.
public final class HttpServer implements AutoCloseable {
    private static final int BUFFER_BYTES = 128 * 1024;
    private static final long IDLE_MILLIS = 120_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// @param port 0 for any that is free
    /// @throws IOException if the port is taken
    public static HttpServer start(int port, LabClock clock, Function<Incoming, Answer> answers) throws IOException {
        var threads = new QueuedThreadPool(16, 2);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        threads.setName("lab-http");
        threads.setDaemon(true);
        var server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new Exchange(clock, answers));
        try {
            server.start();
        } catch (Exception cause) {
            stop(server);
            throw new IOException("The lab can't listen on 127.0.0.1:" + port + ": " + cause.getMessage(), cause);
        }
        return new HttpServer(server, connector);
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setInputBufferSize(BUFFER_BYTES);
        configuration.setOutputBufferSize(BUFFER_BYTES);
        configuration.setSendServerVersion(false);
        // Object names hold whatever their owners like, %2F too; nothing here maps a path to a file.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception cause) {
            throw new IllegalStateException("The lab's HTTP server did not stop: " + cause.getMessage(), cause);
        }
    }

    private static final class Exchange extends Handler.Abstract {
        private final LabClock clock;
        private final Function<Incoming, Answer> answers;

        Exchange(LabClock clock, Function<Incoming, Answer> answers) {
            this.clock = clock;
            this.answers = answers;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            var incoming = new Incoming(
                    request.getMethod(),
                    request.getHttpURI().getPathQuery(),
                    headers(request),
                    Content.Source.asInputStream(request));
            var wire = new RawConnection(request, clock);
            switch (answers.apply(incoming)) {
                case Reply reply -> write(reply, incoming, response, callback);
                case Reset _ -> wire.reset(callback);
                case Truncated(var reply, var share) -> wire.truncate(reply, share, callback);
                case SlowHead(var reply, var pause) -> wire.drip(reply, pause, callback);
            }
            return true;
        }

        private static void write(Reply reply, Incoming request, Response response, Callback callback)
                throws IOException {
            response.setStatus(reply.status());
            reply.headers().forEach(response.getHeaders()::put);
            if (reply.status() != 204 && reply.status() != 304) {
                response.getHeaders()
                        .put(HttpHeader.CONTENT_LENGTH, reply.body().length());
            }
            if (!request.method().equals("HEAD") && reply.body().length() > 0) {
                try (var out = Content.Sink.asOutputStream(response)) {
                    reply.body().writeTo(out);
                }
            }
            callback.succeeded();
        }

        private static Map<String, String> headers(Request request) {
            var headers = new HashMap<String, String>();
            for (var field : request.getHeaders()) {
                var value = field.getValue();
                headers.merge(
                        field.getName().toLowerCase(Locale.ROOT),
                        value == null ? "" : value,
                        (one, other) -> one + ", " + other);
            }
            return headers;
        }
    }
}
