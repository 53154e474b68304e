package dev.freehold.domain.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One value for every layer, so that whoever has a layer has its value too.
public final class PerLayer<T> {
    private final List<T> values;

    private PerLayer(List<T> values) {
        this.values = values;
    }

    /// @param value gives a layer's value; asked once for each, in their order
    public static <T> PerLayer<T> of(Function<Layer, T> value) {
        var values = new ArrayList<T>(Layer.ALL.size());
        Layer.ALL.forEach(layer -> values.add(value.apply(layer)));
        return new PerLayer<>(List.copyOf(values));
    }

    @SuppressWarnings("EnumOrdinal") // an index into a list of this process alone
    public T of(Layer layer) {
        return values.get(layer.ordinal());
    }

    /// Every layer's value, in the layers' order.
    public List<T> values() {
        return values;
    }

    public <U> PerLayer<U> map(Function<T, U> into) {
        return of(layer -> into.apply(of(layer)));
    }
}
