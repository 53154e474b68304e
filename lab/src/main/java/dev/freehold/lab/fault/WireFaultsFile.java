package dev.freehold.lab.fault;

import dev.freehold.lab.fault.WireFault.Mishap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A file of wire faults: a YAML list. The first thing that is wrong in it is told, with its line.
public final class WireFaultsFile {
    /// The keys of a fault, with what they say.
    public static final List<Map.Entry<String, String>> KEYS = List.of(
            Map.entry("method", "`GET`, `HEAD`, `POST`, `PUT`, `DELETE`; left out, every one"),
            Map.entry("path", "which paths, without host and query, as sent; `*` stands for anything, `/` among it"),
            Map.entry("error", "what happens"),
            Map.entry("times", "with how many requests, from 1; 1"),
            Map.entry("retry-after", "for `throttled`: seconds, from 0; 2"));

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");
    private static final int RETRY_AFTER_SECONDS = 2;

    private final String file;

    private WireFaultsFile(String file) {
        this.file = file;
    }

    /// @throws IllegalArgumentException if it can't be read; its message says where and what is allowed
    public static List<WireFault> read(Path path) {
        var reading = new WireFaultsFile(path.toString());
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(path.toString()).build())
                    .composeString(Files.readString(path));
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": the file can't be read.", e);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new IllegalArgumentException(path + ":" + line + ": this is no YAML: " + e.getProblem() + ".", e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(path + ": this is no YAML: " + e.getMessage(), e);
        }
        // An empty file asks for no faults.
        return root.map(reading::list).orElse(List.of());
    }

    private List<WireFault> list(Node root) {
        if (root instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
            return List.of();
        }
        if (!(root instanceof SequenceNode list)) {
            throw wrong(root, "a list of faults is expected here, each with method, path, error and times");
        }
        var faults = new ArrayList<WireFault>();
        for (var item : list.getValue()) {
            faults.add(fault(item));
        }
        return faults;
    }

    private WireFault fault(Node item) {
        if (!(item instanceof MappingNode group)) {
            throw wrong(item, "a fault is a group of keys: " + keys());
        }
        var values = new HashMap<String, ScalarNode>();
        for (var tuple : group.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (KEYS.stream().noneMatch(known -> known.getKey().equals(key))) {
                throw wrong(tuple.getKeyNode(), "there is no key '" + key + "'; the keys are " + keys());
            }
            if (!(tuple.getValueNode() instanceof ScalarNode value)) {
                throw wrong(tuple.getValueNode(), key + " is a word or a number");
            }
            if (values.put(key, value) != null) {
                throw wrong(tuple.getKeyNode(), "the key " + key + " stands here twice");
            }
        }
        var mishap = mishap(required(item, values, "error", "such as reset-after"));
        if (values.containsKey("retry-after") && mishap != Mishap.THROTTLED) {
            throw wrong(group, "retry-after belongs to throttled alone");
        }
        return new WireFault(
                method(values),
                required(item, values, "path", "such as /20160918/instances").getValue(),
                mishap,
                number(values, "times", 1, 1),
                number(values, "retry-after", 0, RETRY_AFTER_SECONDS));
    }

    private String method(Map<String, ScalarNode> values) {
        var node = values.get("method");
        if (node == null || node.getValue().equals("*")) {
            return "*";
        }
        var method = node.getValue().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw wrong(
                    node,
                    "method is '" + node.getValue() + "'; it can be "
                            + String.join(", ", METHODS.stream().sorted().toList()));
        }
        return method;
    }

    private ScalarNode required(Node item, Map<String, ScalarNode> values, String key, String example) {
        var node = values.get(key);
        if (node == null || node.getValue().isEmpty()) {
            throw wrong(node == null ? item : node, "a fault needs a " + key + ", " + example);
        }
        return node;
    }

    private Mishap mishap(ScalarNode node) {
        return Mishap.ofWord(node.getValue())
                .orElseThrow(() -> wrong(
                        node,
                        "error is '" + node.getValue() + "'; it can be "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Mishap.values())
                                                .map(Mishap::word)
                                                .toList())));
    }

    private int number(Map<String, ScalarNode> values, String key, int least, int otherwise) {
        var node = values.get(key);
        if (node == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(node.getValue());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException no) {
            // said below, as for a number that is too small
        }
        throw wrong(node, key + " is '" + node.getValue() + "'; a whole number from " + least + " is expected");
    }

    private static String keys() {
        return String.join(", ", KEYS.stream().map(Map.Entry::getKey).toList());
    }

    private IllegalArgumentException wrong(Node where, String words) {
        int line = where.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new IllegalArgumentException(file + ":" + line + ": " + words + ".");
    }
}
