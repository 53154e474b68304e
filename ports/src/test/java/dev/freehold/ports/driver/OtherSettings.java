package dev.freehold.ports.driver;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A resource with one setting made another, whatever its kind.
public final class OtherSettings {
    private OtherSettings() {}

    /// Once for each setting that only a replacement changes. Its name is none of them: that is another
    /// resource.
    public static <R extends Resource> List<R> fixed(R resource) {
        var others = new ArrayList<R>();
        for (var component : Kind.of(resource.getClass()).components()) {
            if (!Kind.isInPlace(component) && !component.getName().equals("name")) {
                with(resource, component).ifPresent(others::add);
            }
        }
        return others;
    }

    /// Empty where nobody knows another value.
    @SuppressWarnings("unchecked") // settings are read back as the kind that they came from
    private static <R extends Resource> Optional<R> with(R resource, RecordComponent component) {
        var members = new LinkedHashMap<>(Settings.of(resource).members());
        var other = other(component.getGenericType(), members.get(component.getName()));
        return other.map(value -> {
            members.put(component.getName(), value);
            return (R) Settings.node(Kind.of(resource.getClass()), new Setting.Group(members));
        });
    }

    private static Optional<Setting> other(Type type, Setting value) {
        return switch (value) {
            case Setting.Text(var text) -> Optional.of(Setting.text(other(raw(type), text)));
            case Setting.Quantity(var number) -> Optional.of(new Setting.Quantity(number.add(BigDecimal.ONE)));
            case Setting.Flag(var flag) -> Optional.of(new Setting.Flag(!flag));
            case Setting.Many(var items) ->
                Optional.of(new Setting.Many(items.isEmpty() ? List.of(first(type)) : items.subList(1, items.size())));
            case Setting.Group _, Setting.Absent _ -> Optional.empty();
        };
    }

    private static Setting first(Type list) {
        var of = raw(((ParameterizedType) list).getActualTypeArguments()[0]);
        return Setting.text(of == Ref.class ? "setup/sample/other" : "other");
    }

    private static String other(Class<?> type, String text) {
        if (type == Ipv4.class) {
            return new Ipv4(Ipv4.parse(text).bits() + 1).toString();
        }
        if (type == Cidr.class) {
            return text.equals("192.0.2.0/24") ? "198.51.100.0/24" : "192.0.2.0/24";
        }
        if (type == Duration.class) {
            return Duration.parse(text).plusSeconds(1).toString();
        }
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                var word = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (!word.equals(text)) {
                    return word;
                }
            }
        }
        return text + "-other";
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) type;
    }
}
