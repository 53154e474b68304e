package dev.freehold.app.shell.action.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;

/// JSON schemas as kubeconform wants them, a file a kind, made of what the publishers have: Kubernetes' own OpenAPI
/// document, and definitions of custom resources. An object has the fields that its schema names and no others.
final class KubernetesSchemas {
    /// Where kubeconform finds the schema of an object.
    static final String FILES = "{{ .Group }}_{{ .ResourceAPIVersion }}_{{ .ResourceKind }}.json";

    private static final String DEFINITIONS = "definitions";
    private static final String REFERENCE = "#/" + DEFINITIONS + "/";
    private static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of Kubernetes itself, by their names there.
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private final Path folder;

    private KubernetesSchemas(Path folder) {
        this.folder = folder;
    }

    /// @param swagger Kubernetes' `api/openapi-spec/swagger.json`
    /// @param crds a folder of `CustomResourceDefinition`s
    /// @param folder for the schemas
    static void write(Path swagger, Path crds, Path folder) throws IOException {
        var schemas = new KubernetesSchemas(Files.createDirectories(folder));
        var document = map(JSON.readValue(swagger.toFile(), Map.class));
        map(document.get(DEFINITIONS))
                .forEach((name, schema) -> schemas.definitions.put(name, builtIn(name, map(schema))));
        schemas.writeKinds(map(document.get(DEFINITIONS)));
        try (var files = Files.list(crds)) {
            for (var file : files.toList()) {
                for (var one : new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
                    schemas.writeCustom(map(map(one).get("spec")));
                }
            }
        }
    }

    /// Two kinds of values are one JSON type there and two in YAML: `80` or `http`, `0.5` or `500m`.
    private static Map<String, Object> builtIn(String name, Map<String, Object> schema) {
        if ("int-or-string".equals(schema.get("format"))) {
            return Map.of("type", List.of("string", "integer"));
        }
        return name.endsWith(".Quantity") ? Map.of("type", List.of("string", "number")) : withNulls(closed(schema));
    }

    /// Kubernetes takes a null for an optional field of its own kinds as if the field were not there, as in the
    /// `annotations:` that charts leave empty.
    private static Map<String, Object> withNulls(Map<String, Object> schema) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            var required = schema.get("required") instanceof List<?> names ? names : List.of();
            var each = new LinkedHashMap<>(map(properties));
            each.replaceAll((name, property) ->
                    required.contains(name) ? property : Map.of("anyOf", List.of(property, Map.of("type", "null"))));
            schema.put("properties", each);
        }
        return schema;
    }

    private void writeKinds(Map<String, Object> document) throws IOException {
        for (var definition : document.entrySet()) {
            var kinds = map(definition.getValue()).get("x-kubernetes-group-version-kind");
            if (kinds instanceof List<?> all) {
                for (var one : all) {
                    var kind = map(one);
                    var root = Map.<String, Object>of("$ref", REFERENCE + definition.getKey());
                    writeKind(text(kind, "group"), text(kind, "version"), text(kind, "kind"), root);
                }
            }
        }
    }

    private void writeCustom(Map<String, Object> spec) throws IOException {
        for (var one : (List<?>) spec.get("versions")) {
            var version = map(one);
            var schema = closed(map(map(version.get("schema")).get("openAPIV3Schema")));
            var properties = new LinkedHashMap<>(map(schema.get("properties")));
            // Definitions leave it open: the API server knows it.
            properties.put("metadata", Map.of("$ref", REFERENCE + OBJECT_META));
            schema.put("properties", properties);
            writeKind(text(spec, "group"), text(version, "name"), text(map(spec.get("names")), "kind"), schema);
        }
    }

    private void writeKind(String group, String version, String kind, Map<String, Object> root) throws IOException {
        var schema = new LinkedHashMap<>(root);
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put(DEFINITIONS, reachable(root));
        var name = (group.isEmpty() ? version : group) + '_' + version + '_' + kind.toLowerCase(Locale.ROOT) + ".json";
        JSON.writeValue(folder.resolve(name).toFile(), schema);
    }

    private Map<String, Object> reachable(Object root) {
        var found = new LinkedHashMap<String, Object>();
        var left = new ArrayDeque<>(references(root));
        while (!left.isEmpty()) {
            var name = left.pop();
            if (!found.containsKey(name)) {
                found.put(name, definitions.get(name));
                left.addAll(references(found.get(name)));
            }
        }
        return found;
    }

    private static List<String> references(Object schema) {
        var found = new ArrayList<String>();
        switch (schema) {
            case Map<?, ?> fields ->
                fields.forEach((name, value) -> {
                    if (name.equals("$ref") && value instanceof String reference) {
                        found.add(reference.substring(REFERENCE.length()));
                    } else {
                        found.addAll(references(value));
                    }
                });
            case List<?> items -> items.forEach(item -> found.addAll(references(item)));
            default -> {}
        }
        return found;
    }

    /// The schema, and what is in it, without room for fields that it does not name.
    private static Map<String, Object> closed(Map<String, Object> schema) {
        var closed = new LinkedHashMap<>(schema);
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            var each = new LinkedHashMap<String, Object>();
            map(properties).forEach((name, property) -> each.put(name, closed(map(property))));
            closed.put("properties", each);
            if (!Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
                closed.putIfAbsent("additionalProperties", false);
            }
        }
        for (var inner : List.of("items", "additionalProperties")) {
            if (schema.get(inner) instanceof Map<?, ?> one) {
                closed.put(inner, closed(map(one)));
            }
        }
        if (Boolean.TRUE.equals(schema.get("nullable")) && schema.get("type") instanceof String type) {
            closed.put("type", List.of(type, "null"));
        }
        return closed;
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
