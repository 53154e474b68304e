package dev.freehold.adapters.oci.storage;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ResourceId;
import java.util.Map;

/// What tells Freehold's own things in Object Storage from everybody else's: tags of a bucket, metadata of an
/// object, and the beginning of an object's name for what carries neither.
///
/// @param platform the name of the platform that the things are part of
public record Mark(String platform) {
    /// Open uploads show nothing but the name of what they are to become.
    static final String PREFIX = "freehold/";

    private static final String PLATFORM = "freehold-platform";
    private static final String RESOURCE = "freehold-resource";
    private static final String TOKEN = "freehold-token";

    Map<String, String> on(ResourceId id, Token token) {
        return Map.of(PLATFORM, platform, RESOURCE, id.text(), TOKEN, token.text());
    }

    boolean isOn(Map<String, String> tags, ResourceId id) {
        return isOn(tags) && id.text().equals(tags.get(RESOURCE));
    }

    boolean isOn(Map<String, String> tags) {
        return platform.equals(tags.get(PLATFORM));
    }
}
