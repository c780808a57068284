package org.fiducial.metrology.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values of one level of a {@link YamlDocument}. Every method throws {@link UnusableInputException} with
 * file, line, what was expected and what was found.
 */
public final class YamlMapping {

    private final String source;
    private final String path;
    private final int line;
    private final Map<String, Node> values;

    private YamlMapping(String source, String path, int line, Map<String, Node> values) {
        this.source = source;
        this.path = path;
        this.line = line;
        this.values = values;
    }

    static YamlMapping of(String source, String path, MappingNode node) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new UnusableInputException(
                        place(source, tuple.getKeyNode()) + " a plain word was expected as key.");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new UnusableInputException(place(source, key) + " the key '" + key.getValue()
                        + "' stands a second time; keep one of the two.");
            }
        }
        return new YamlMapping(source, path, line(node), values);
    }

    /** All keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Refuses keys other than these, so that a typing error is not silently ignored. */
    public YamlMapping allowOnly(String... allowed) {
        Set<String> known = new TreeSet<>(List.of(allowed));
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new UnusableInputException(place(source, entry.getValue()) + " the key '" + dotted(entry.getKey())
                        + "' is not known; known here are " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    /** These keys and values but one. */
    public YamlMapping without(String key) {
        Map<String, Node> others = new LinkedHashMap<>(values);
        others.remove(key);
        return new YamlMapping(source, path, line, others);
    }

    /** The text of a key. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    /** The text of a key, if the key is there and not empty. */
    public Optional<String> optionalText(String key) {
        return present(key).map(node -> scalar(key, node));
    }

    /** The number of a key. */
    public double number(String key) {
        return optionalNumber(key).orElseThrow(() -> missing(key));
    }

    /** The number of a key, if the key is there. */
    public OptionalDouble optionalNumber(String key) {
        Optional<Node> node = present(key);
        return node.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(parseNumber(key, node.get()));
    }

    /** The whole number of a key. */
    public int wholeNumber(String key) {
        double number = number(key);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw unexpected(key, require(key), "a whole number");
        }
        return (int) number;
    }

    /** Whether a key says {@code true}; {@code false} where it is absent. */
    public boolean flag(String key) {
        Optional<Node> node = present(key);
        if (node.isEmpty()) {
            return false;
        }
        return switch (scalar(key, node.get())) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unexpected(key, node.get(), "true or false");
        };
    }

    /** The mapping of a key. */
    public YamlMapping mapping(String key) {
        return optionalMapping(key).orElseThrow(() -> missing(key));
    }

    /** The mapping of a key, if the key is there. */
    public Optional<YamlMapping> optionalMapping(String key) {
        return present(key).map(node -> asMapping(key, node));
    }

    /** The list of mappings of a key; empty where the key is absent. */
    public List<YamlMapping> mappings(String key) {
        List<YamlMapping> found = new ArrayList<>();
        for (Node node : nodes(key)) {
            found.add(asMapping(key + "[" + found.size() + "]", node));
        }
        return found;
    }

    /** The list of texts of a key; empty where the key is absent. */
    public List<String> texts(String key) {
        return nodes(key).stream().map(node -> scalar(key, node)).toList();
    }

    /** The sentence that names this place, for a rule the caller checks. */
    public UnusableInputException refuse(String sentence) {
        return new UnusableInputException(
                "File '" + source + "', line " + line + (path.isEmpty() ? "" : " (" + path + ")") + ": " + sentence);
    }

    private List<Node> nodes(String key) {
        Optional<Node> node = present(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw unexpected(key, node.get(), "a list");
    }

    private YamlMapping asMapping(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            return of(source, dotted(key), mapping);
        }
        throw unexpected(key, node, "lines of the form 'key: value'");
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw unexpected(key, node, "a single value");
    }

    private double parseNumber(String key, Node node) {
        try {
            double number = Double.parseDouble(scalar(key, node));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unexpected(key, node, "a number");
        }
        throw unexpected(key, node, "a finite number");
    }

    private Optional<Node> present(String key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !Tag.NULL.equals(node.getTag()));
    }

    private Node require(String key) {
        return present(key).orElseThrow(() -> missing(key));
    }

    private UnusableInputException missing(String key) {
        return new UnusableInputException(
                "File '" + source + "', line " + line + ": the key '" + dotted(key) + "' is missing or empty.");
    }

    private UnusableInputException unexpected(String key, Node node, String expected) {
        return new UnusableInputException(place(source, node) + " '" + dotted(key) + "' takes " + expected + ", but "
                + found(node) + " was found.");
    }

    private static String found(Node node) {
        if (node instanceof ScalarNode scalar) {
            return "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "a group of keys";
    }

    private String dotted(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String place(String source, Node node) {
        return "File '" + source + "', line " + line(node) + ":";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
