package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.http.client.ClientProperty;
import com.oracle.bmc.http.client.HttpClient;
import com.oracle.bmc.http.client.HttpClientBuilder;
import com.oracle.bmc.http.client.HttpProvider;
import com.oracle.bmc.http.client.HttpRequest;
import com.oracle.bmc.http.client.Method;
import com.oracle.bmc.http.client.RequestInterceptor;
import com.oracle.bmc.http.client.Serializer;
import com.oracle.bmc.http.client.StandardClientProperties;
import com.oracle.bmc.serialization.jackson.JacksonSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/// HTTP for the SDK's clients, over Apache's client alone. The SDK's own way over Jersey takes a second to load,
/// and keeps to itself what a throttled answer says about when to come back.
final class OciHttp implements HttpProvider {
    /// Parts of an upload travel side by side, a layer's calls too.
    private static final int CONNECTIONS = 64;

    @Override
    public HttpClientBuilder newBuilder() {
        return new Builder();
    }

    @Override
    public Serializer getSerializer() {
        return JacksonSerializer.getDefaultSerializer();
    }

    private record Interceptor(int priority, RequestInterceptor request) {}

    private static final class Builder implements HttpClientBuilder {
        private final Map<ClientProperty<?>, Object> properties = new HashMap<>();
        private final List<Interceptor> interceptors = new ArrayList<>();
        private URI base = URI.create("http://nowhere.invalid");

        @Override
        public HttpClientBuilder baseUri(URI uri) {
            base = uri;
            return this;
        }

        @Override
        public HttpClientBuilder baseUri(String uri) {
            return baseUri(URI.create(uri));
        }

        @Override
        public <T> HttpClientBuilder property(ClientProperty<T> key, T value) {
            properties.put(key, value);
            return this;
        }

        @Override
        public HttpClientBuilder registerRequestInterceptor(int priority, RequestInterceptor interceptor) {
            interceptors.add(new Interceptor(priority, interceptor));
            return this;
        }

        @Override
        public HttpClient build() {
            var timing = RequestConfig.custom()
                    .setConnectTimeout(millis(StandardClientProperties.CONNECT_TIMEOUT))
                    .setConnectionRequestTimeout(millis(StandardClientProperties.READ_TIMEOUT))
                    .setSocketTimeout(millis(StandardClientProperties.READ_TIMEOUT))
                    .build();
            var client = HttpClients.custom()
                    .useSystemProperties()
                    .setDefaultRequestConfig(timing)
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .build();
            var ordered = interceptors.stream()
                    .sorted(Comparator.comparingInt(Interceptor::priority))
                    .map(Interceptor::request)
                    .toList();
            return new Client(client, base, ordered);
        }

        private int millis(ClientProperty<Duration> key) {
            return properties.get(key) instanceof Duration set ? Math.toIntExact(set.toMillis()) : 60_000;
        }
    }

    private static final class Client implements HttpClient {
        private final CloseableHttpClient client;
        private final List<RequestInterceptor> interceptors;
        private final URI base;

        Client(CloseableHttpClient client, URI base, List<RequestInterceptor> interceptors) {
            this.client = client;
            this.base = base;
            this.interceptors = interceptors;
        }

        @Override
        public HttpRequest createRequest(Method method) {
            return new OciHttpRequest(client, interceptors, method, base);
        }

        @Override
        public boolean isProcessingException(Exception cause) {
            return Stream.iterate((Throwable) cause, at -> at != null, Throwable::getCause)
                    .anyMatch(IOException.class::isInstance);
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (IOException unclosable) {
                throw new UncheckedIOException(unclosable);
            }
        }
    }
}
