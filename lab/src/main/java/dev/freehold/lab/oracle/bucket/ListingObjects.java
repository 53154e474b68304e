package dev.freehold.lab.oracle.bucket;

import java.util.ArrayList;
import java.util.NavigableMap;

/// One walk over a bucket's names for one page.
final class ListingObjects {
    private final Listing.Query query;
    private final ArrayList<StoredObject> objects = new ArrayList<>();
    private final ArrayList<String> prefixes = new ArrayList<>();

    ListingObjects(Listing.Query query) {
        this.query = query;
    }

    Listing over(NavigableMap<String, StoredObject> all) {
        for (var entry : from(all).entrySet()) {
            var name = entry.getKey();
            if (!name.startsWith(query.prefix()) || isPast(name)) {
                break; // sorted: what shares a prefix stands together
            }
            if (inLastPrefix(name)) {
                continue;
            }
            if (objects.size() + prefixes.size() == query.limit()) {
                return new Listing(objects, prefixes, name);
            }
            take(name, entry.getValue());
        }
        return new Listing(objects, prefixes, null);
    }

    private NavigableMap<String, StoredObject> from(NavigableMap<String, StoredObject> all) {
        var tail = all.tailMap(query.prefix(), true);
        var start = query.start();
        if (start != null && ObjectNames.ORDER.compare(start, query.prefix()) > 0) {
            tail = all.tailMap(start, true);
        }
        var after = query.startAfter();
        return after == null || (!tail.isEmpty() && ObjectNames.ORDER.compare(tail.firstKey(), after) > 0)
                ? tail
                : tail.tailMap(after, false);
    }

    private boolean isPast(String name) {
        var end = query.end();
        return end != null && ObjectNames.ORDER.compare(name, end) >= 0;
    }

    private boolean inLastPrefix(String name) {
        return !prefixes.isEmpty() && name.startsWith(prefixes.getLast());
    }

    private void take(String name, StoredObject object) {
        var delimiter = query.delimiter();
        int cut =
                delimiter == null ? -1 : name.indexOf(delimiter, query.prefix().length());
        if (delimiter != null && cut >= 0) {
            prefixes.add(name.substring(0, cut + delimiter.length()));
        } else {
            objects.add(object);
        }
    }
}
