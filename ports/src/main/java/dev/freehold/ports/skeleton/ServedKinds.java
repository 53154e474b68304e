package dev.freehold.ports.skeleton;

import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.ResourceDriver;
import java.util.ArrayList;
import java.util.List;

/// The kinds that an adapter serves. Each is said once, with its driver: only what was said here can be driven, and all
/// of it is listed.
public final class ServedKinds {
    private final List<KindDriver<?>> kinds = new ArrayList<>();

    public <R extends Resource> Served<R> serve(KindDriver<R> kind) {
        kinds.add(kind);
        return new Served<>(kind);
    }

    /// How what is ours is listed, of every kind.
    public List<Listing> listings() {
        return kinds.stream().<Listing>map(KindDriver::listing).toList();
    }

    /// One kind that is served.
    public static final class Served<R extends Resource> {
        private final LookFirst<R> driver;

        private Served(KindDriver<R> kind) {
            this.driver = new LookFirst<>(kind);
        }

        /// @param resource is looked at by the compiler alone: no kind gets another's driver
        public ResourceDriver<R> driver(R resource) {
            return driver;
        }
    }
}
