package dev.freehold.domain.resource;

import dev.freehold.domain.mark.Follows;
import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.OcidType;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.mark.TofuType;
import dev.freehold.domain.mark.Unwrapped;
import dev.freehold.domain.output.Outputs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One kind of node: its word in ids (`SecurityList` is `security-list`) and what its record's components
/// say.
public final class Kind {
    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return new Kind(type);
        }
    };

    /// Asked for where outputs are made or read, which many commands never do.
    private static final ClassValue<Class<? extends Outputs>> OUTPUTS = new ClassValue<>() {
        @Override
        protected Class<? extends Outputs> computeValue(Class<?> type) {
            var found = produced(type);
            if (found == null) {
                throw new IllegalStateException(type + " does not say what it produces");
            }
            return found;
        }
    };

    /// Asked for by what schedules work.
    private static final ClassValue<Long> SECONDS = new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
            var takes = type.getAnnotation(Takes.class);
            if (takes == null) {
                throw new IllegalStateException(type + " does not say how long it takes");
            }
            return takes.seconds();
        }
    };

    private final Class<?> type;
    private final String word;
    private final List<RecordComponent> own;
    private final List<RecordComponent> components;
    private final List<Referring> referring;

    private Kind(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record, so it is no kind of node");
        }
        this.type = type;
        this.word =
                type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        this.own = List.of(type.getRecordComponents());
        this.components = own.stream()
                .flatMap(component -> isUnwrapped(component.getType())
                        ? of(component.getType()).components.stream()
                        : Stream.of(component))
                .toList();
        this.referring = own.stream()
                .filter(component -> mayRefer(component) || isUnwrapped(component.getType()))
                .map(component -> new Referring(component, bond(component)))
                .toList();
    }

    public static Kind of(Class<?> type) {
        return KINDS.get(type);
    }

    /// Every kind there is, by its word. Words are unique across phases.
    public static Map<String, Kind> all() {
        return All.BY_WORD;
    }

    /// The kind of that word; empty for any other.
    public static Optional<Kind> ofWord(String word) {
        return Optional.ofNullable(All.BY_WORD.get(word));
    }

    public Class<?> type() {
        return type;
    }

    public String word() {
        return word;
    }

    /// The record of what nodes of this kind come to have.
    public Class<? extends Outputs> outputs() {
        return OUTPUTS.get(type);
    }

    /// How long it takes to make one, or to await it, in the reference timeline.
    public long seconds() {
        return SECONDS.get(type);
    }

    /// The resource type in the OCIDs of what Oracle Cloud has of this kind.
    public String ocidType() {
        var named = type.getAnnotation(OcidType.class);
        return named == null ? word.replace("-", "") : named.value();
    }

    /// What OpenTofu's provider for Oracle Cloud calls it; empty for what it does not import by an OCID.
    public Optional<String> tofuType() {
        return Optional.ofNullable(type.getAnnotation(TofuType.class)).map(TofuType::value);
    }

    private static @Nullable Class<? extends Outputs> produced(Class<?> type) {
        for (Type above : type.getGenericInterfaces()) {
            if (above instanceof ParameterizedType of && of.getRawType() == Produces.class) {
                return ((Class<?>) of.getActualTypeArguments()[0]).asSubclass(Outputs.class);
            }
            var inherited = above instanceof Class<?> plain ? produced(plain) : null;
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /// The settings of the kind, in their order; of those that are grouped, each.
    public List<RecordComponent> components() {
        return components;
    }

    /// The components of the record itself: settings, and groups of them.
    List<RecordComponent> own() {
        return own;
    }

    /// Is it a group of settings that stand among the others?
    static boolean isUnwrapped(Class<?> type) {
        return type.isAnnotationPresent(Unwrapped.class);
    }

    /// Can a change of this setting be made on the living resource? A gate is merely awaited again.
    public static boolean isInPlace(RecordComponent component) {
        return component.isAnnotationPresent(InPlace.class)
                || component.isAnnotationPresent(Follows.class)
                || isGate(component);
    }

    /// Everything that `node` refers to, each once, in the order of its settings.
    public List<Reference> references(Node node) {
        var bonds = new LinkedHashMap<ResourceId, Bond>();
        collect(node, bonds);
        var references = new ArrayList<Reference>(bonds.size());
        bonds.forEach((id, bond) -> references.add(new Reference(id, bond)));
        return references;
    }

    /// The ids that `node` refers to by settings that can't change in place: while it lives, these can't go.
    public List<ResourceId> standsOn(Node node) {
        return references(node).stream()
                .filter(reference -> reference.bond() == Bond.STANDS_ON)
                .map(Reference::to)
                .toList();
    }

    private void collect(@Nullable Object owner, Map<ResourceId, Bond> bonds) {
        for (var referring : referring) {
            var component = referring.component();
            if (isUnwrapped(component.getType())) {
                of(component.getType()).collect(read(component, owner), bonds);
            } else {
                collect(read(component, owner), referring.bond(), bonds);
            }
        }
    }

    private static void collect(@Nullable Object value, Bond bond, Map<ResourceId, Bond> bonds) {
        if (value instanceof Ref<?>(var id)) {
            bonds.merge(id, bond, Kind::stronger);
        } else if (value instanceof List<?> many) {
            many.forEach(one -> collect(one, bond, bonds));
        }
    }

    private static Bond stronger(Bond one, Bond other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Bond bond(RecordComponent component) {
        if (component.isAnnotationPresent(Follows.class) || isGate(component)) {
            return Bond.FOLLOWS;
        }
        return component.isAnnotationPresent(InPlace.class) ? Bond.COMES_AFTER : Bond.STANDS_ON;
    }

    private static boolean isGate(RecordComponent component) {
        return Gate.class.isAssignableFrom(component.getDeclaringRecord());
    }

    /// A setting that refers to other nodes, or a group in which one may.
    private record Referring(RecordComponent component, Bond bond) {}

    private static boolean mayRefer(RecordComponent component) {
        return component.getType() == Ref.class
                || component.getGenericType().getTypeName().contains(Ref.class.getName());
    }

    static @Nullable Object read(RecordComponent component, @Nullable Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(component + " of " + of + " can't be read", impossible);
        }
    }

    @Override
    public String toString() {
        return word;
    }

    /// Filled when first asked for, after the sealed hierarchy has been loaded.
    private static final class All {
        static final Map<String, Kind> BY_WORD = new TreeMap<>();

        static {
            for (var type : leaves(Node.class)) {
                var kind = of(type);
                if (BY_WORD.put(kind.word, kind) != null) {
                    throw new IllegalStateException("two kinds are called " + kind.word);
                }
            }
        }

        private static List<Class<?>> leaves(Class<?> type) {
            if (!type.isSealed()) {
                return List.of(type);
            }
            var leaves = new ArrayList<Class<?>>();
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> leaves.addAll(leaves(permitted)));
            return leaves;
        }
    }
}
