package dev.freehold.adapters.oci.ownership;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Inventory.Item;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /// The name of the platform that it belongs to; empty if it is none of Freehold's.
    public Optional<String> platform(@Nullable Map<String, String> tags) {
        return tags == null ? Optional.empty() : Optional.ofNullable(tags.get(PLATFORM));
    }

    /// Does it belong to some platform of Freehold's, this one or another?
    public boolean isAnybodys(@Nullable Map<String, String> tags) {
        return tags != null && tags.containsKey(PLATFORM);
    }

    public boolean is(Resource resource, @Nullable Map<String, String> tags) {
        return tags != null && isOurs(tags) && resource.id().text().equals(tags.get(RESOURCE));
    }

    /// Those of `listed` that bear our tags, as an inventory shows them: by the name that a person gave, by the
    /// OCID where nobody did.
    ///
    /// @param word what OCI calls one
    public List<Item> items(String word, Stream<CommonFields> listed) {
        return listed.filter(one -> isOurs(one.tags()))
                .map(one -> new Item(word, shown(one), resource(one.tags())))
                .toList();
    }

    private static String shown(CommonFields one) {
        return Objects.requireNonNullElse(one.name(), Objects.requireNonNullElse(one.ocid(), "without a name"));
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
