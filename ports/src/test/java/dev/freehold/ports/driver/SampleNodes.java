package dev.freehold.ports.driver;

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
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.domain.secret.SecretName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// A node of every kind there is, whatever its settings: for what must work for kinds that nobody has thought of
/// yet.
public final class SampleNodes {
    private final SplittableRandom random;

    private SampleNodes(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// One of each kind, the same for the same seed.
    public static List<Node> ofEveryKind(long seed) {
        var nodes = new SampleNodes(seed);
        return Kind.all().values().stream()
                .map(kind -> (Node) nodes.record(kind.type()))
                .toList();
    }

    /// One that stands under `id`, with whatever settings.
    public static Node under(ResourceId id) {
        var kind = Kind.ofWord(id.kind()).orElseThrow();
        var settings = new LinkedHashMap<>(
                Settings.of((Node) new SampleNodes(1).record(kind.type())).members());
        settings.put("name", Setting.text(id.name()));
        return Settings.node(kind, new Setting.Group(settings));
    }

    /// What a node could come to have, the same for the same seed.
    public static Outputs outputs(Node node, long seed) {
        return (Outputs) new SampleNodes(seed).record(Kind.of(node.getClass()).outputs());
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] =
                    isName(components[i]) ? "sample-" + random.nextInt(1000) : value(components[i].getGenericType());
        }
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no sample of " + type, impossible);
        }
    }

    private static boolean isName(RecordComponent component) {
        return component.getName().equals("name");
    }

    private Object value(Type type) {
        var raw = raw(type);
        if (raw == List.class) {
            var items = new ArrayList<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                items.add(value(((ParameterizedType) type).getActualTypeArguments()[0]));
            }
            return items;
        }
        if (raw.isEnum()) {
            var constants = raw.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        int some = random.nextInt(1, 100);
        return switch (raw.getSimpleName()) {
            case "String" -> "words " + some;
            case "int", "Integer" -> some;
            case "long", "Long" -> (long) some;
            case "boolean", "Boolean" -> random.nextBoolean();
            case "Ocid" -> new Ocid("ocid1.sample.oc1..a" + some);
            case "Sha256" -> new Sha256("%064x".formatted(some));
            case "FilePath" -> new FilePath("/some where/file-" + some);
            case "KeyPlace" -> new KeyPlace("/some where/key-" + some);
            case "Url" -> new Url("https://host-" + some + ":8006");
            case "CertificateFingerprint" -> new CertificateFingerprint("AB:".repeat(31) + "%02X".formatted(some));
            case "SecretName" -> new SecretName("secret-" + some);
            case "UUID" -> new UUID(some, some);
            case "Duration" -> Duration.ofSeconds(some);
            case "Ipv4" -> Ipv4.parse("10.0.0." + some);
            case "Cidr" -> Cidr.parse("10." + some + ".0.0/16");
            case "Ref" -> new Ref<>(new ResourceId("setup/sample/n" + some));
            case "ResourceId" -> new ResourceId("setup/sample/n" + some);
            case "Ocpus" -> new Ocpus(BigDecimal.valueOf(some, 2));
            case "Gigabytes" -> new Gigabytes(BigDecimal.valueOf(some, 1));
            case "Usd" -> new Usd(BigDecimal.valueOf(some, 3));
            case "Mbps" -> new Mbps(some);
            default -> record(raw);
        };
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType of -> (Class<?>) of.getRawType();
            case WildcardType any -> raw(any.getUpperBounds()[0]);
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }
}
