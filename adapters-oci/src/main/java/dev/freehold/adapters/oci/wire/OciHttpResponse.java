package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.http.client.HttpResponse;
import com.oracle.bmc.serialization.jackson.JacksonSerializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.jspecify.annotations.Nullable;

/// One answer. What is JSON, or small, is read at once, so that its connection is free whatever the caller does
/// with it; an object's bytes are the caller's to read and to close.
final class OciHttpResponse implements HttpResponse {
    /// What a refusal's body is told in addition, for the SDK keeps no header of a refusal but the request id:
    /// it takes members that it does not know along.
    static final String RETRY_AFTER = "freehold-retry-after";

    static final String SERVER_DATE = "freehold-server-date";
    static final String SIGNED_DATE = "freehold-signed-date";

    private static final long SMALL = 64 << 10;

    private final CloseableHttpResponse response;
    private final Map<String, List<String>> headers;
    private final String signedAt;
    private final byte @Nullable [] read;

    private OciHttpResponse(
            CloseableHttpResponse response,
            Map<String, List<String>> headers,
            String signedAt,
            byte @Nullable [] read) {
        this.response = response;
        this.headers = headers;
        this.signedAt = signedAt;
        this.read = read;
    }

    /// @param signedAt the date that the request was signed with
    static OciHttpResponse of(CloseableHttpResponse response, String signedAt) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getAllHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
        }
        var entity = response.getEntity();
        if (entity == null) {
            response.close();
            return new OciHttpResponse(response, headers, signedAt, new byte[0]);
        }
        var type = headers.getOrDefault("content-type", List.of("")).getFirst();
        long length = entity.getContentLength();
        boolean kept = type.startsWith("application/json")
                || response.getStatusLine().getStatusCode() >= 300
                || (length >= 0 && length <= SMALL);
        if (!kept) {
            return new OciHttpResponse(response, headers, signedAt, null);
        }
        try (response;
                var content = entity.getContent()) {
            return new OciHttpResponse(response, headers, signedAt, content.readAllBytes());
        }
    }

    @Override
    public int status() {
        return response.getStatusLine().getStatusCode();
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public @Nullable String header(String name) {
        var values = headers.get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public CompletionStage<InputStream> streamBody() {
        var bytes = read;
        if (bytes != null) {
            return CompletableFuture.completedFuture(new ByteArrayInputStream(bytes));
        }
        try {
            return CompletableFuture.completedFuture(response.getEntity().getContent());
        } catch (IOException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    @Override
    public <T> CompletionStage<T> body(Class<T> type) {
        try {
            var bytes = told(bytes());
            return CompletableFuture.completedFuture(
                    bytes.length == 0
                            ? null
                            : JacksonSerializer.getDefaultSerializer().readValue(bytes, type));
        } catch (IOException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    /// The answer's body with what its headers say, where the body is an object and the answer a refusal.
    private byte[] told(byte[] bytes) {
        if (status() < 400 || bytes.length < 2 || bytes[0] != '{') {
            return bytes;
        }
        var added = new StringBuilder("{");
        tell(added, RETRY_AFTER, header("retry-after"));
        tell(added, SERVER_DATE, header("date"));
        tell(added, SIGNED_DATE, signedAt);
        var rest = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8).strip();
        if (rest.equals("}") && added.length() > 1) {
            added.setLength(added.length() - 1);
        }
        return added.append(rest).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void tell(StringBuilder body, String name, @Nullable String value) {
        if (value != null && value.matches("[A-Za-z0-9 :,.+-]{1,64}")) {
            body.append('"').append(name).append("\":\"").append(value).append("\",");
        }
    }

    @Override
    @SuppressWarnings("unchecked") // an array of T holds Ts
    public <T> CompletionStage<List<T>> listBody(Class<T> type) {
        try {
            var bytes = bytes();
            if (bytes.length == 0) {
                return CompletableFuture.completedFuture(null);
            }
            var array = Array.newInstance(type, 0).getClass();
            var items = (T[]) JacksonSerializer.getDefaultSerializer().readValue(bytes, array);
            return CompletableFuture.completedFuture(Arrays.asList(items));
        } catch (IOException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    @Override
    public CompletionStage<String> textBody() {
        try {
            return CompletableFuture.completedFuture(new String(bytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private byte[] bytes() throws IOException {
        var bytes = read;
        if (bytes != null) {
            return bytes;
        }
        try (response;
                var content = response.getEntity().getContent()) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() {
        try {
            response.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
