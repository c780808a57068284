package org.fiducial.metrology.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of the things a protocol measures one by one, such as beads: {@code protocols/items/<kind>.yaml}. Shared by
 * all protocols with the same kind of items, so that a reason reads the same everywhere.
 *
 * @param kind the word protocols and results use, for instance {@code bead}
 * @param words sentences and headings by the names in {@link #WORDS}
 * @param reasons sentences by reason code; {@code {0}} is the number that triggered it, {@code {1}} its limit
 * @param bareReasons sentences by reason code where there is no number
 */
public record ItemKind(
        String kind, Map<String, String> words, Map<String, String> reasons, Map<String, String> bareReasons) {

    /** The sentences and headings every kind has. */
    public static final List<String> WORDS =
            List.of("title", "one", "named", "count", "none", "listed", "listed-none", "file", "csv");

    private static final String UNNAMED = "item";

    public ItemKind {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        bareReasons = Collections.unmodifiableMap(new LinkedHashMap<>(bareReasons));
        if (!words.keySet().containsAll(WORDS)) {
            throw new IllegalArgumentException(
                    "the kind of items '" + kind + "' has words for " + words.keySet() + "; needed are " + WORDS);
        }
    }

    /** What this program says of a kind; general words where it has none for it. */
    public static ItemKind of(String kind) {
        return find(kind).orElseGet(() -> find(UNNAMED).orElseThrow());
    }

    /** What this program says of a kind, if it has words for it. */
    public static Optional<ItemKind> find(String kind) {
        String path = "/protocols/items/" + kind + ".yaml";
        return kind.matches("[a-z][a-z-]*")
                ? ProtocolFile.optionalResource(path).map(text -> parse(path.substring(1), text))
                : Optional.empty();
    }

    /**
     * Reads a kind from text.
     *
     * @param source what the sentences call it
     */
    static ItemKind parse(String source, String text) {
        YamlMapping root =
                YamlDocument.of(source, text).root().allowOnly("kind", "words", "reasons", "reasons-without-numbers");
        YamlMapping words = root.mapping("words").allowOnly(WORDS.toArray(String[]::new));
        WORDS.forEach(words::text);
        return new ItemKind(
                root.text("kind"),
                texts(Optional.of(words)),
                texts(root.optionalMapping("reasons")),
                texts(root.optionalMapping("reasons-without-numbers")));
    }

    private static Map<String, String> texts(Optional<YamlMapping> yaml) {
        Map<String, String> texts = new LinkedHashMap<>();
        yaml.ifPresent(each -> each.keys().forEach(key -> texts.put(key, each.text(key))));
        return texts;
    }

    /** One of its sentences or headings, with its numbers. */
    public String say(String word, Object... numbers) {
        String pattern = words.get(word);
        if (pattern == null) {
            throw new IllegalArgumentException("items have no word '" + word + "'; they have " + WORDS);
        }
        return fill(pattern, numbers);
    }

    /** A pattern with {@code {0}}, {@code {1}} … replaced by the arguments. */
    public static String fill(String pattern, Object... arguments) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int index = Integer.parseInt(pattern.substring(open + 1, close));
            filled.append(pattern, from, open).append(arguments[index]);
            from = close + 1;
        }
        return filled.append(pattern.substring(from)).toString();
    }
}
