package dev.freehold.ports.skeleton;

import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.ResourceDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The kinds that an adapter serves. Each is said once, with its driver: only what was said here can be driven, and
/// all of it is listed.
public final class ServedKinds {
    private final List<Supplier<? extends KindDriver<?>>> kinds = new ArrayList<>();

    /// @param kind makes the driver whenever one is needed: most commands need few, and all of them load half
    /// of a
    ///     vendor's library
    public <R extends Resource> Served<R> serve(Supplier<KindDriver<R>> kind) {
        kinds.add(kind);
        return new Served<>(kind);
    }

    /// How what is ours is listed, of every kind.
    public List<Listing> listings() {
        return kinds.stream().map(kind -> kind.get().listing()).toList();
    }

    /// One kind that is served.
    public static final class Served<R extends Resource> {
        private final Supplier<KindDriver<R>> kind;

        private Served(Supplier<KindDriver<R>> kind) {
            this.kind = kind;
        }

        /// @param resource is looked at by the compiler alone: no kind gets another's driver
        public ResourceDriver<R> driver(R resource) {
            return new LookFirst<>(kind.get());
        }
    }
}
