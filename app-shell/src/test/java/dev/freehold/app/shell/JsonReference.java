package dev.freehold.app.shell;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.domain.specfile.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of every JSON document, read off documents: commands are run on simulated platforms, sound ones
/// and others.
final class JsonReference {
    /// Groups whose names are those of the kind of resource they speak of.
    private static final Set<String> OPEN = Set.of("before", "after", "settings", "outputs");

    private final Path folder;
    private final Map<String, Map<String, Set<String>>> documents = new LinkedHashMap<>();

    private JsonReference(Path folder) {
        this.folder = folder;
    }

    static String page(Path folder) throws Exception {
        var reference = new JsonReference(folder);
        reference.collect();
        return reference.text();
    }

    private void collect() throws Exception {
        var large = Files.writeString(folder.resolve("large.yaml"), """
            name: large
            accept-usd-per-month: 0
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, ocpus: 3, memory-gb: 6}
              - {name: b, shape: VM.Standard.A1.Flex, ocpus: 3, memory-gb: 6}
            """).toString();
        var paid = Files.writeString(folder.resolve("paid.yaml"), """
            name: paid
            accept-usd-per-month: 500
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, ocpus: 5, memory-gb: 32}
            """).toString();
        var faults = Files.writeString(
                        folder.resolve("faults.yaml"),
                        "- {resource: 'oci/vcn/*', operation: create, error: refused, times: 99}\n")
                .toString();
        var two = Files.writeString(folder.resolve("two.yaml"), Topology.TWO_NODE.text())
                .toString();
        for (var command : List.of("quota", "fit", "plan", "forecast")) {
            add(command, "home", command, "-f", two);
            add(command, "home", command);
            add(command, "home", command, "-f", large);
            add(command, "home", command, "-f", paid);
        }
        add("addresses", "home", "addresses");
        add("timeline", "home", "timeline");
        add("graph", "home", "graph");
        add("deploy, destroy, rollback, setup", "failing", "deploy", "--yes", "--faults", faults);
        add("deploy, destroy, rollback, setup", "home", "deploy", "--yes", "-f", large);
        add("deploy, destroy, rollback, setup", "home", "deploy", "--yes");
        add("plan", "home", "plan", "-f", two);
        var moved = Files.writeString(
                        folder.resolve("moved.yaml"), Topology.THREE_NODE.text().replace("10.0.1.12", "10.0.1.99"))
                .toString();
        add("plan", "home", "plan", "oci", "-f", moved);
        add("validate", "home", "validate");
        add("status", "home", "status");
        for (var phase : List.of("setup", "images", "oci", "proxmox", "talos")) {
            add("outputs " + phase, "home", "outputs", phase);
        }
        add("explain", "home", "explain", "oci/vcn/homelab");
        add("explain", "failing", "explain", "oci/vcn/homelab");
        add("state list", "home", "state", "list");
        add("state show", "home", "state", "show", "oci/vcn/homelab");
        add("state history", "home", "state", "history");
        add("state unlock", "home", "state", "unlock");
        add("rollback --list", "home", "rollback", "--list");
        add("runs", "home", "runs");
        var run = read(Started.in(folder.resolve("home"), "runs", "-o", "json").out())
                .at("/runs/0/run")
                .asString();
        add("runs ID", "home", "runs", run);
        add("runs ID", "failing", "runs", run);
        // What somebody did behind our back: the world forgets the platform, and the states do not.
        add("drift", "home", "drift");
        try (var world = Files.walk(folder.resolve("home/sim/world"))) {
            for (var file : world.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        add("drift", "home", "drift");
        secrets();
        add("rehearse", "home", "rehearse", "--runs", "3");
        add(
                "init",
                "home",
                "init",
                "--topology",
                "two-node",
                "-f",
                folder.resolve("new.yaml").toString());
        var settings = Files.writeString(folder.resolve("terraform.tfvars"), "region = \"eu-frankfurt-1\"\n")
                .toString();
        add(
                "import tfvars",
                "home",
                "import",
                "tfvars",
                settings,
                "-f",
                folder.resolve("imported.yaml").toString());
        add("export tfvars", "home", "export", "tfvars");
        add("--version", "home", "--version");
    }

    private void add(String heading, String home, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-o", "json"));
        var started = Started.in(folder.resolve(home), all.toArray(String[]::new));
        var fields = documents.computeIfAbsent(heading, _ -> new LinkedHashMap<>());
        fields("", read(started.out()), fields);
    }

    private static JsonNode read(String document) {
        return JsonMapper.shared().readTree(document);
    }

    private static void fields(String path, JsonNode node, Map<String, Set<String>> into) {
        if (node.isArray()) {
            node.forEach(item -> fields(path, item, into));
            return;
        }
        node.properties().forEach(field -> {
            var value = field.getValue();
            var name = path + field.getKey() + (value.isArray() ? "[]" : "");
            into.computeIfAbsent(name, _ -> new TreeSet<>()).add(type(value));
            if (!OPEN.contains(field.getKey())) {
                fields(name + ".", value, into);
            }
        });
    }

    private static String type(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() || value.get(0).isObject() ? "groups" : type(value.get(0)) + "s";
        }
        return value.isObject()
                ? "group"
                : value.isNumber() ? "number" : value.isBoolean() ? "true or false" : value.isNull() ? "null" : "text";
    }

    private void secrets() throws Exception {
        var value = Files.writeString(folder.resolve("value"), "hunter2").toString();
        add("secrets set, rotate", "secrets", "secrets", "set", "token", "--from", value);
        add("secrets list", "secrets", "secrets", "list");
        add("secrets doctor", "secrets", "secrets", "doctor");
        Files.setPosixFilePermissions(
                folder.resolve("secrets/sim/secrets/identity"), PosixFilePermissions.fromString("rw-r--r--"));
        add("secrets doctor", "secrets", "secrets", "doctor");
        add(
                "secrets backup",
                "secrets",
                "secrets",
                "backup",
                folder.resolve("backup").toString(),
                "--passphrase-file",
                value);
        add(
                "secrets restore",
                "secrets",
                "secrets",
                "restore",
                folder.resolve("backup").toString(),
                "--passphrase-file",
                value);
        add("secrets protect", "secrets", "secrets", "protect", "--new-passphrase-file", value);
        var identity = Identity.generate();
        var keys = Files.write(folder.resolve("keys.txt"), IdentityFile.of(identity, Instant.EPOCH))
                .toString();
        Files.writeString(folder.resolve(".sops.yaml"), "creation_rules:\n  - age: " + identity.recipient() + "\n");
        var file = Files.writeString(folder.resolve("secret.yaml"), "token: hunter2\n")
                .toString();
        var words = "secrets encrypt, decrypt, updatekeys, rotate-data-key";
        add(words, "secrets", "secrets", "encrypt", file);
        add(words, "secrets", "secrets", "encrypt", file, "--in-place");
        add("secrets edit", "secrets", "secrets", "edit", file, "--identity", keys, "--editor", "true");
    }

    private String text() {
        var page = new StringBuilder("""
            # JSON documents: -o json

            One document a command on standard output; messages for people go to standard error. Names are stable: more may be
            added beside them. Paths are absolute, times are UTC, seconds of the simulation are virtual. `a[].b` is the field `b`
            of each of the groups in the list `a`. A field that can be null says so.
            """);
        documents.forEach((heading, fields) -> {
            page.append("\n## ").append(heading).append("\n\n| field | |\n|---|---|\n");
            fields.forEach((name, types) -> page.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(types(types))
                    .append(" |\n"));
        });
        return page.append("\n`schema` prints the JSON Schema of the spec.\n").toString();
    }

    private static String types(Set<String> types) {
        // A list that was empty in one document has told nothing.
        var told = new TreeSet<>(types);
        if (told.size() > 1 && told.contains("texts")) {
            told.remove("groups");
        }
        return String.join(" or ", told);
    }
}
