package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.http.client.HttpRequest;
import com.oracle.bmc.http.client.HttpResponse;
import com.oracle.bmc.http.client.Method;
import com.oracle.bmc.http.client.RequestInterceptor;
import com.oracle.bmc.serialization.jackson.JacksonSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/// One request, sent on the caller's thread. Path parts and query values come encoded from the SDK, and are signed
/// as they are sent.
final class OciHttpRequest implements HttpRequest {
    /// Set by the client itself, to what was signed; and `Expect`, without which a body is sent at once.
    private static final Set<String> NOT_SENT = Set.of("content-length", "transfer-encoding", "expect");

    private final CloseableHttpClient client;
    private final List<RequestInterceptor> interceptors;
    private final Method method;
    private final StringBuilder address;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private @Nullable Object body;
    private long length = -1;
    private boolean asked;

    OciHttpRequest(CloseableHttpClient client, List<RequestInterceptor> interceptors, Method method, URI base) {
        this.client = client;
        this.interceptors = interceptors;
        this.method = method;
        this.address = new StringBuilder(base.toString());
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public HttpRequest body(@Nullable Object content) {
        if (content == null || content instanceof String || content instanceof InputStream) {
            body = content == null ? "" : content;
            return this;
        }
        try {
            body = JacksonSerializer.getDefaultSerializer().writeValueAsString(content);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("a body that can't be written as JSON", unwritable);
        }
        return this;
    }

    @Override
    public HttpRequest body(InputStream content, long bytes) {
        body = content;
        length = bytes;
        return this;
    }

    @Override
    public @Nullable Object body() {
        return body;
    }

    @Override
    public HttpRequest appendPathPart(String part) {
        var plain = part.startsWith("/") ? part.substring(1) : part;
        if (address.charAt(address.length() - 1) != '/') {
            address.append('/');
        }
        address.append(plain);
        return this;
    }

    @Override
    public HttpRequest query(String name, String value) {
        address.append(asked ? '&' : '?').append(name).append('=').append(value);
        asked = true;
        return this;
    }

    @Override
    public URI uri() {
        return URI.create(address.toString());
    }

    @Override
    public HttpRequest header(String name, String value) {
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        return this;
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public HttpRequest removeAttribute(String name) {
        attributes.remove(name);
        return this;
    }

    @Override
    public HttpRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    @Override
    public HttpRequest offloadExecutor(Executor executor) {
        return this;
    }

    @Override
    public HttpRequest copy() {
        var copy = new OciHttpRequest(client, interceptors, method, uri());
        headers.forEach((name, values) -> copy.headers.put(name, new ArrayList<>(values)));
        copy.attributes.putAll(attributes);
        copy.body = body;
        copy.length = length;
        copy.asked = asked;
        return copy;
    }

    @Override
    public void discard() {}

    @Override
    public CompletionStage<HttpResponse> execute() {
        for (var interceptor : interceptors) {
            interceptor.intercept(this);
        }
        try {
            return CompletableFuture.completedFuture(OciHttpResponse.of(client.execute(built()), signedAt()));
        } catch (IOException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private HttpUriRequest built() {
        var request = RequestBuilder.create(method.name()).setUri(uri());
        headers.forEach((name, values) -> {
            if (!NOT_SENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        var entity = entity();
        return (entity == null ? request : request.setEntity(entity)).build();
    }

    private @Nullable HttpEntity entity() {
        var content = body;
        if (content instanceof InputStream stream) {
            return new InputStreamEntity(stream, length);
        }
        if (content instanceof String text) {
            return new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8));
        }
        boolean carries = method == Method.POST || method == Method.PUT || method == Method.PATCH;
        return carries ? new ByteArrayEntity(new byte[0]) : null;
    }

    private String signedAt() {
        var dates = headers.getOrDefault("date", headers.getOrDefault("x-date", List.of()));
        return dates.isEmpty() ? "" : dates.getFirst();
    }
}
