package dev.freehold.adapters.oci.survey;

import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.ports.driver.Inventory.Item;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was listed, as the inventory shows it.
final class OwnItems {
    private OwnItems() {}

    /// Those of `rows` that bear our tags and live.
    static List<Item> of(Tenancy tenancy, String word, List<CommonFields> rows) {
        return rows.stream()
                .filter(row -> tenancy.ownership().isOurs(row.tags()))
                .filter(row -> Lifecycle.of("The " + word + " " + row.ocid(), row.state()) != Lifecycle.GONE)
                .map(row -> item(word, row.name(), row.ocid(), row.tags()))
                .toList();
    }

    /// @param name what a person gave it; its OCID where nobody did
    static Item item(String word, @Nullable String name, @Nullable String ocid, @Nullable Map<String, String> tags) {
        var shown = Objects.requireNonNullElse(name, Objects.requireNonNullElse(ocid, "without a name"));
        return new Item(word, shown, Ownership.resource(tags));
    }
}
