package dev.freehold.domain.resource;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.CertificateFingerprint;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.output.Url;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.secret.SecretName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The way between a node, or what it came to have, and untyped settings, the same for every kind: read off the
/// record's components.
public final class Settings {
    private Settings() {}

    /// How a type without components of interest is written as one value, and read again.
    private record Form<T>(Class<T> type, Function<T, Setting> write, Function<Setting, T> read) {
        Setting written(Object value) {
            return write.apply(type.cast(value));
        }
    }

    private static final Map<Class<?>, Form<?>> FORMS = Map.ofEntries(
            form(String.class, Setting.Text::new, Settings::text),
            form(Ipv4.class, ip -> new Setting.Text(ip.toString()), value -> Ipv4.parse(text(value))),
            form(Cidr.class, cidr -> new Setting.Text(cidr.toString()), value -> Cidr.parse(text(value))),
            form(ResourceId.class, id -> new Setting.Text(id.text()), value -> new ResourceId(text(value))),
            form(Ref.class, ref -> new Setting.Text(ref.id().text()), value -> new Ref<>(new ResourceId(text(value)))),
            form(Ocid.class, ocid -> new Setting.Text(ocid.text()), value -> new Ocid(text(value))),
            form(Sha256.class, sha -> new Setting.Text(sha.text()), value -> new Sha256(text(value))),
            form(FilePath.class, path -> new Setting.Text(path.text()), value -> new FilePath(text(value))),
            form(KeyPlace.class, place -> new Setting.Text(place.text()), value -> new KeyPlace(text(value))),
            form(Url.class, url -> new Setting.Text(url.text()), value -> new Url(text(value))),
            form(
                    CertificateFingerprint.class,
                    print -> new Setting.Text(print.text()),
                    value -> new CertificateFingerprint(text(value))),
            form(
                    SecretName.class,
                    name -> new Setting.Text(name.reference()),
                    value -> SecretName.ofReference(text(value))),
            form(UUID.class, uuid -> new Setting.Text(uuid.toString()), value -> UUID.fromString(text(value))),
            form(Duration.class, d -> new Setting.Text(d.toString()), value -> Duration.parse(text(value))),
            form(Ocpus.class, ocpus -> new Setting.Quantity(ocpus.count()), value -> new Ocpus(number(value))),
            form(Gigabytes.class, gb -> new Setting.Quantity(gb.count()), value -> new Gigabytes(number(value))),
            form(Usd.class, usd -> new Setting.Quantity(usd.amount()), value -> new Usd(number(value))),
            form(
                    Mbps.class,
                    mbps -> Setting.number(mbps.count()),
                    value -> new Mbps(number(value).intValueExact())),
            form(
                    Integer.class,
                    whole -> Setting.number(whole),
                    value -> number(value).intValueExact()),
            form(
                    Long.class,
                    whole -> Setting.number(whole),
                    value -> number(value).longValueExact()),
            form(Boolean.class, Setting.Flag::new, Settings::flag));

    private static <T> Map.Entry<Class<?>, Form<?>> form(
            Class<T> type, Function<T, Setting> write, Function<Setting, T> read) {
        return Map.entry(type, new Form<>(type, write, read));
    }

    /// The settings of `node`, in the order of its record's components, its name among them.
    public static Setting.Group of(Node node) {
        return group(node);
    }

    /// The node of that kind with these settings.
    ///
    /// @throws IllegalArgumentException if a setting is missing, of the wrong form, or refused by the kind;
    ///     what was stored is then damaged or of another version
    public static Node node(Kind kind, Setting.Group settings) {
        return (Node) record(kind.type(), settings);
    }

    /// What a node came to have, in the order of its record's components; what is absent is left out.
    public static Setting.Group of(Outputs outputs) {
        return withoutAbsent(group(outputs));
    }

    /// The outputs of a node of that kind.
    ///
    /// @throws IllegalArgumentException if one is missing or of the wrong form; what was stored is then damaged
    ///     or of another version
    public static Outputs outputs(Kind kind, Setting.Group stored) {
        return (Outputs) record(kind.outputs(), stored);
    }

    /// The members of a record that is no node, such as what a layer publishes; what is absent is left out.
    public static Setting.Group ofRecord(Object record) {
        return withoutAbsent(group(record));
    }

    private static Setting.Group withoutAbsent(Setting.Group group) {
        var members = new LinkedHashMap<>(group.members());
        members.values().removeIf(Setting.Absent.class::isInstance);
        return new Setting.Group(members);
    }

    private static Setting.Group group(Object owner) {
        var members = new LinkedHashMap<String, Setting>();
        for (var component : Kind.of(owner.getClass()).own()) {
            var setting = setting(Kind.read(component, owner));
            if (Kind.isUnwrapped(component.getType()) && setting instanceof Setting.Group(var grouped)) {
                members.putAll(grouped);
            } else {
                members.put(component.getName(), setting);
            }
        }
        return new Setting.Group(members);
    }

    private static Setting setting(@Nullable Object value) {
        return switch (value) {
            case null -> Setting.absent();
            case List<?> many ->
                new Setting.Many(many.stream().map(Settings::setting).toList());
            case Enum<?> word -> new Setting.Text(word(word));
            default -> {
                var form = FORMS.get(value.getClass());
                yield form == null ? group(value) : form.written(value);
            }
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object record(Class<?> type, Setting.Group settings) {
        return record(type, settings, type.getSimpleName());
    }

    /// @param owner what messages call it: of a group of settings, the kind that they are settings of
    private static Object record(Class<?> type, Setting.Group settings, String owner) {
        var shape = RecordShape.of(type);
        var values = new @Nullable Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            if (Kind.isUnwrapped(raw(shape.types().get(i)))) {
                values[i] = record(raw(shape.types().get(i)), settings, owner);
                continue;
            }
            var setting = settings.members().get(shape.names().get(i));
            if (setting == null && raw(shape.types().get(i)) == List.class) {
                // A state may be older than the setting, and then referred to nothing by it.
                setting = new Setting.Many(List.of());
            }
            if (setting == null && shape.nullable().get(i)) {
                setting = Setting.absent();
            }
            if (setting == null) {
                throw new IllegalArgumentException(
                        owner + " lacks the setting " + shape.names().get(i));
            }
            values[i] = value(shape.types().get(i), setting);
        }
        try {
            return shape.canonical().newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    owner + " can't have the settings " + settings.words() + ": "
                            + refused.getTargetException().getMessage(),
                    refused.getTargetException());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " can't be made by its canonical constructor", impossible);
        }
    }

    private static @Nullable Object value(Type type, Setting setting) {
        if (setting instanceof Setting.Absent) {
            return null;
        }
        var raw = raw(type);
        if (raw == List.class) {
            if (!(setting instanceof Setting.Many(var items))) {
                throw unreadable(type, setting);
            }
            var of = ((ParameterizedType) type).getActualTypeArguments()[0];
            var values = new ArrayList<@Nullable Object>();
            items.forEach(item -> values.add(value(of, item)));
            return List.copyOf(values);
        }
        if (raw.isEnum()) {
            return constant(raw, text(setting));
        }
        var form = FORMS.get(boxed(raw));
        if (form != null) {
            return form.read().apply(setting);
        }
        if (setting instanceof Setting.Group group) {
            return record(raw, group);
        }
        throw unreadable(type, setting);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType of -> (Class<?>) of.getRawType();
            case WildcardType any -> raw(any.getUpperBounds()[0]);
            default -> throw new IllegalStateException(type + " can't be a setting");
        };
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }

    private static Object constant(Class<?> type, String word) {
        for (var constant : type.getEnumConstants()) {
            if (word((Enum<?>) constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no " + type.getSimpleName());
    }

    private static String text(Setting setting) {
        if (setting instanceof Setting.Text(var value)) {
            return value;
        }
        throw unreadable(String.class, setting);
    }

    private static BigDecimal number(Setting setting) {
        if (setting instanceof Setting.Quantity(var value)) {
            return value;
        }
        throw unreadable(BigDecimal.class, setting);
    }

    private static boolean flag(Setting setting) {
        if (setting instanceof Setting.Flag(var value)) {
            return value;
        }
        throw unreadable(Boolean.class, setting);
    }

    private static IllegalArgumentException unreadable(Type type, Setting setting) {
        return new IllegalArgumentException("'" + setting.words() + "' can't be read as " + type.getTypeName());
    }
}
