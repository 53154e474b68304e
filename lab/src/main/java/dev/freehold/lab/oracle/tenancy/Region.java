package dev.freehold.lab.oracle.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A region of the commercial realm.
///
/// @param key three letters
/// @param domains how many availability domains it has
public record Region(String name, String key, int domains) {
    /// Oracle's table "Regions and Availability Domains", a part of it.
    public static final List<Region> ALL = List.of(
            new Region("eu-frankfurt-1", "FRA", 3),
            new Region("eu-amsterdam-1", "AMS", 1),
            new Region("eu-zurich-1", "ZRH", 1),
            new Region("eu-milan-1", "LIN", 1),
            new Region("eu-paris-1", "CDG", 1),
            new Region("eu-madrid-1", "MAD", 1),
            new Region("eu-marseille-1", "MRS", 1),
            new Region("eu-stockholm-1", "ARN", 1),
            new Region("uk-london-1", "LHR", 3),
            new Region("uk-cardiff-1", "CWL", 1),
            new Region("us-ashburn-1", "IAD", 3),
            new Region("us-phoenix-1", "PHX", 3),
            new Region("us-sanjose-1", "SJC", 1),
            new Region("us-chicago-1", "ORD", 3),
            new Region("ca-toronto-1", "YYZ", 1),
            new Region("ca-montreal-1", "YUL", 1),
            new Region("sa-saopaulo-1", "GRU", 1),
            new Region("ap-tokyo-1", "NRT", 1),
            new Region("ap-osaka-1", "KIX", 1),
            new Region("ap-seoul-1", "ICN", 1),
            new Region("ap-mumbai-1", "BOM", 1),
            new Region("ap-singapore-1", "SIN", 1),
            new Region("ap-sydney-1", "SYD", 1),
            new Region("ap-melbourne-1", "MEL", 1));

    /// One that the table lacks gets one availability domain and its name's letters for a key.
    public static Region named(String name) {
        return ALL.stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Region(name, keyOf(name), 1));
    }

    private static String keyOf(String name) {
        var letters = (name.replaceAll("[^a-z]", "") + "xxx").toUpperCase(Locale.ROOT);
        return letters.substring(letters.length() - 6, letters.length() - 3);
    }

    /// As the API names them for a tenancy: each has its own prefix.
    List<String> availabilityDomains(String prefix) {
        return IntStream.rangeClosed(1, domains)
                .mapToObj(number -> prefix + ':' + name.toUpperCase(Locale.ROOT) + "-AD-" + number)
                .toList();
    }
}
