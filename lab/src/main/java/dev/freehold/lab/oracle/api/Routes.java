package dev.freehold.lab.oracle.api;

import dev.freehold.lab.wire.Router;
import java.util.Optional;
import java.util.Set;

/// What the services serve. Templates as in [Router]; all services share one host, since Oracle's version prefixes
/// keep their paths apart.
public final class Routes {
    private final Router<Route> router = new Router<>();

    sealed interface Route {}

    record Plain(Handler handler) implements Route {}

    record Streaming(StreamHandler handler) implements Route {}

    record Open(StreamHandler handler) implements Route {}

    public void get(String template, Handler handler) {
        add("GET", template, handler);
    }

    public void post(String template, Handler handler) {
        add("POST", template, handler);
    }

    public void put(String template, Handler handler) {
        add("PUT", template, handler);
    }

    public void delete(String template, Handler handler) {
        add("DELETE", template, handler);
    }

    public void add(String method, String template, Handler handler) {
        router.add(method, template, new Plain(handler));
    }

    /// Bodies of any size, signed without a digest of the body, as PutObject and UploadPart are.
    public void stream(String method, String template, StreamHandler handler) {
        router.add(method, template, new Streaming(handler));
    }

    /// Bodies of any size, and no signature: the path itself is the right, as with pre-authenticated requests.
    public void open(String method, String template, StreamHandler handler) {
        router.add(method, template, new Open(handler));
    }

    Optional<Router.Match<Route>> find(String method, String path) {
        return router.find(method, path);
    }

    Set<String> methods(String path) {
        return router.methods(path);
    }
}
