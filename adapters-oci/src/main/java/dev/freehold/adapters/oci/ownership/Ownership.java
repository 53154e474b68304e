package dev.freehold.adapters.oci.ownership;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The free-form tags by which Freehold knows its own things on OCI, whatever became of its state. Objects have no
/// tags; there their metadata say the same.
public final class Ownership {
    static final String PLATFORM = "freehold-platform";
    static final String RESOURCE = "freehold-resource";
    static final String TOKEN = "freehold-token";

    private final String platform;

    public Ownership(String platform) {
        this.platform = platform;
    }

    public String platform() {
        return platform;
    }

    /// What everything that is made gets; always in one order, for a retry token is good for the same bytes
    /// alone, and another process may send it again.
    public Map<String, String> tags(Resource resource, Token token) {
        return new TreeMap<>(Map.of(PLATFORM, platform, RESOURCE, resource.id().text(), TOKEN, token.text()));
    }

    public boolean isOurs(@Nullable Map<String, String> tags) {
        return tags != null && platform.equals(tags.get(PLATFORM));
    }

    /// Does it belong to some platform of Freehold's, this one or another?
    public boolean isAnybodys(@Nullable Map<String, String> tags) {
        return tags != null && tags.containsKey(PLATFORM);
    }

    public boolean is(Resource resource, @Nullable Map<String, String> tags) {
        return tags != null && isOurs(tags) && resource.id().text().equals(tags.get(RESOURCE));
    }

    public static Optional<Token> token(@Nullable Map<String, String> tags) {
        if (tags == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(tags.get(TOKEN)).map(Token::new);
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }

    public static Optional<ResourceId> resource(@Nullable Map<String, String> tags) {
        if (tags == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(tags.get(RESOURCE)).map(ResourceId::new);
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }
}
