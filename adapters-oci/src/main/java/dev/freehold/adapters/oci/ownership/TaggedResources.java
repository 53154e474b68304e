package dev.freehold.adapters.oci.ownership;

import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Waiting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The things of one kind that OCI lists, and how ours are told from the others.
///
/// @param <T> the SDK's model of one
/// @param word what OCI calls one: `VCN`
/// @param row where the model has what all things have
public record TaggedResources<T>(String word, Tenancy tenancy, Function<T, CommonFields> row) {

    /// The one that bears the tags of `resource`, once it is neither coming nor going.
    public Optional<T> find(Resource resource, Context context, Supplier<List<T>> list) throws InterruptedException {
        return tenancy.waiting().until(context, word + " " + resource.name(), () -> {
            var live = ours(resource, list.get());
            if (live.size() > 1) {
                throw new Unforeseen("More than one " + word + " bears the tags of " + resource.id() + ": "
                        + String.join(
                                ", ",
                                live.stream().map(one -> row.apply(one).ocid()).toList())
                        + ". Remove all but one of them.");
            }
            if (live.isEmpty()) {
                return Waiting.Sight.there(Optional.<T>empty());
            }
            var one = live.getFirst();
            return switch (life(one)) {
                case READY, GONE, FAILED -> Waiting.Sight.there(Optional.of(one));
                case COMING, GOING -> Waiting.Sight.yet(state(one));
            };
        });
    }

    /// Those of `listed` that are ours and live, as an inventory shows them.
    public List<Item> ours(List<T> listed) {
        var living = listed.stream()
                .filter(one -> tenancy.ownership().isOurs(row.apply(one).tags()))
                .filter(one -> life(one) != Lifecycle.GONE);
        return tenancy.ownership().items(word, living.map(row));
    }

    private List<T> ours(Resource resource, List<T> listed) {
        return listed.stream()
                .filter(one -> tenancy.ownership().is(resource, row.apply(one).tags()))
                .filter(one -> life(one) != Lifecycle.GONE)
                .toList();
    }

    /// Does something live that bears the name and is not ours? It is left alone, and nothing is put beside it.
    ///
    /// @throws Declined it does
    public void refuseClash(Resource resource, String name, List<T> listed) {
        for (var one : listed) {
            var shown = row.apply(one);
            boolean other = name.equals(shown.name()) && !tenancy.ownership().isOurs(shown.tags());
            if (other && life(one) != Lifecycle.GONE) {
                throw new Declined(
                        Declined.Reason.NAME_TAKEN,
                        "ResourceAlreadyExists",
                        "A " + word + " named " + name + " (" + shown.ocid() + ") is there, and Freehold did not make"
                                + " it: " + resource.id() + " is not made beside it. Rename or remove it.");
            }
        }
    }

    /// Waits until what was made is ready.
    ///
    /// @throws Declined it came to nothing
    public T ready(Resource resource, Context context, Supplier<T> get) throws InterruptedException {
        return tenancy.waiting().until(context, word + " " + resource.name(), () -> {
            // A look may lag behind the creation: a 404 in the first seconds is not final.
            var seen = OciCalls.find("Get " + word, get::get);
            if (seen.isEmpty()) {
                return Waiting.Sight.<T>yet("not shown yet");
            }
            return switch (life(seen.get())) {
                case READY -> Waiting.Sight.there(seen.get());
                case COMING -> Waiting.Sight.yet(state(seen.get()));
                case GOING, GONE, FAILED ->
                    throw new Declined(
                            Declined.Reason.FORBIDDEN,
                            "IncorrectState",
                            "The " + word + " " + row.apply(seen.get()).ocid() + " was accepted and then given up by"
                                    + " Oracle Cloud. Run again, and see its work requests if it stays so.");
            };
        });
    }

    /// Waits until it is gone. OCI may show a refused removal as one that has begun, and then as never asked
    /// for.
    public void gone(Resource resource, Context context, Supplier<T> get) throws InterruptedException {
        tenancy.waiting().until(context, word + " " + resource.name(), () -> {
            var seen = OciCalls.find("Get " + word, get::get);
            if (seen.isEmpty() || life(seen.get()) == Lifecycle.GONE) {
                return Waiting.Sight.there(true);
            }
            return Waiting.Sight.yet(state(seen.get()));
        });
    }

    private Lifecycle life(T one) {
        return Lifecycle.of(
                "The " + word + " " + row.apply(one).ocid(), row.apply(one).state());
    }

    private String state(T one) {
        return Lifecycle.word(
                "The " + word + " " + row.apply(one).ocid(), row.apply(one).state());
    }

    /// @throws Unforeseen if the answer names none
    public String ocid(T one) {
        return OciCalls.required(
                "the OCID of a " + word, Objects.requireNonNull(row.apply(one)).ocid());
    }
}
