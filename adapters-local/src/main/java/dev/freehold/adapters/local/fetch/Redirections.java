package dev.freehold.adapters.local.fetch;

import java.net.URI;
import java.util.Optional;

/// Where addresses really lead: to their publishers, or all of them to one server that mirrors them under
/// `BASE/HOST/PATH`.
///
/// @param mirror the base; empty for the publishers themselves
public record Redirections(Optional<URI> mirror) {
    public static final Redirections NONE = new Redirections(Optional.empty());

    public static Redirections to(URI mirror) {
        return new Redirections(Optional.of(mirror));
    }

    URI of(URI source) {
        return mirror.map(base -> {
                    var text = base.toString();
                    var path = source.getRawPath() == null ? "" : source.getRawPath();
                    return URI.create((text.endsWith("/") ? text : text + '/') + source.getRawAuthority() + path);
                })
                .orElse(source);
    }
}
