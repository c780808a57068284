package org.fiducial.facility.methods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/**
 * What to go through before publishing, as a file that a facility may edit tells it.
 *
 * @param head what it is and where it comes from
 * @param levels how far one may go, the least first
 * @param groups the items by what they are about
 */
public record Checklist(Head head, List<Level> levels, List<Group> groups) {

    private static final String ENGLISH = "en";
    private static final String SPANISH = "es";
    private static final String LANGUAGE = "[a-z]{2}";
    private static final int LONGEST_ADDRESS = 400;

    public Checklist {
        levels = List.copyOf(levels);
        groups = List.copyOf(groups);
    }

    /**
     * A text in languages; English and Spanish are always there.
     *
     * @param byTag by the tag of a language, for instance {@code es}
     */
    public record Words(Map<String, String> byTag) {

        public Words {
            byTag = Map.copyOf(byTag);
        }

        /** In a language, else in English. */
        public String in(String tag) {
            return byTag.getOrDefault(tag, byTag.getOrDefault(ENGLISH, ""));
        }
    }

    /**
     * What it is.
     *
     * @param address where its source is to be found
     */
    public record Head(Words title, Words lead, Words source, String address) {}

    /** How far one goes. */
    public record Level(String word, Words title) {}

    /** Items of a kind. */
    public record Group(Words title, List<Item> items) {

        public Group {
            items = List.copyOf(items);
        }
    }

    /**
     * Something to tick.
     *
     * @param level from which level on it is asked for
     * @param evidence what ticks it, where anything here can
     */
    public record Item(String level, Words text, Optional<String> evidence) {}

    /**
     * Reads a checklist.
     *
     * @param source what sentences call the file
     * @throws UnusableInputException naming what is wrong in it
     */
    public static Checklist of(String source, String text) {
        YamlMapping root = YamlDocument.of(source, text)
                .root()
                .allowOnly("title", "lead", "source", "address", "levels", "groups");
        List<Level> levels = levels(root);
        String address = root.optionalText("address").orElse("");
        if (!address.isEmpty() && (!address.matches("https?://\\S+") || address.length() > LONGEST_ADDRESS)) {
            throw root.refuse(
                    "'address' is the address of a page, for instance https://doi.org/10.5281/zenodo.4710731.");
        }
        List<Group> groups = new ArrayList<>();
        for (YamlMapping group : root.mappings("groups")) {
            Set<String> seen = new HashSet<>();
            group.allowOnly("title", "items");
            groups.add(new Group(
                    text(group, "title"),
                    group.mappings("items").stream()
                            .map(item -> item(item, levels, seen))
                            .toList()));
        }
        return new Checklist(
                new Head(text(root, "title"), text(root, "lead"), text(root, "source"), address), levels, groups);
    }

    private static List<Level> levels(YamlMapping root) {
        List<Level> levels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlMapping each : root.mappings("levels")) {
            onlyLanguagesAnd(each, "word");
            String word = each.text("word");
            if (!word.matches("[a-z0-9-]{1,32}")) {
                throw each.refuse("'word' takes small letters, digits and hyphens, but was '" + word + "'.");
            }
            if (!seen.add(word)) {
                throw each.refuse("the level '" + word + "' stands a second time; keep one of the two.");
            }
            levels.add(new Level(word, words(each)));
        }
        if (levels.isEmpty()) {
            throw root.refuse("'levels' takes at least one level, but there was none.");
        }
        return levels;
    }

    /** Refuses a key that is none of these and no language, so that a typing error is not silently ignored. */
    private static void onlyLanguagesAnd(YamlMapping yaml, String... names) {
        List<String> known = List.of(names);
        for (String key : yaml.keys()) {
            if (!known.contains(key) && !key.matches(LANGUAGE)) {
                throw yaml.refuse("the key '" + key + "' is not known; known here are "
                        + String.join(
                                "", known.stream().map(name -> name + ", ").toList()) + "en, es and other languages.");
            }
        }
    }

    private static Item item(YamlMapping yaml, List<Level> levels, Set<String> seen) {
        onlyLanguagesAnd(yaml, "level", "evidence");
        if (!seen.add(yaml.text(ENGLISH))) {
            throw yaml.refuse(
                    "the item '" + yaml.text(ENGLISH) + "' stands a second time in its group; keep one of the two.");
        }
        String level = yaml.text("level");
        if (levels.stream().noneMatch(each -> each.word().equals(level))) {
            throw yaml.refuse("'level' is one of "
                    + String.join(", ", levels.stream().map(Level::word).toList()) + ", but was '" + level + "'.");
        }
        Optional<String> evidence = yaml.optionalText("evidence");
        if (evidence.filter(word -> !Evidence.isKnown(word)).isPresent()) {
            throw yaml.refuse(
                    "there is no evidence '" + evidence.orElseThrow() + "'; known are " + Evidence.known() + ".");
        }
        return new Item(level, words(yaml), evidence);
    }

    private static Words text(YamlMapping of, String key) {
        YamlMapping yaml = of.mapping(key);
        onlyLanguagesAnd(yaml);
        return words(yaml);
    }

    private static Words words(YamlMapping yaml) {
        Map<String, String> byTag = new HashMap<>();
        byTag.put(ENGLISH, yaml.text(ENGLISH));
        if (yaml.optionalText(SPANISH).isEmpty()) {
            throw yaml.refuse("the Spanish text 'es' is missing; write it beside '" + ENGLISH + "'.");
        }
        yaml.keys().stream().filter(key -> key.matches(LANGUAGE)).forEach(key -> byTag.put(key, yaml.text(key)));
        return new Words(byTag);
    }

    /** The items up to a level; all of them for a level that is none of its own. */
    public List<Group> upTo(String level) {
        List<String> order = levels.stream().map(Level::word).toList();
        int most = order.contains(level) ? order.indexOf(level) : order.size();
        return groups.stream()
                .map(group -> new Group(
                        group.title(),
                        group.items().stream()
                                .filter(item -> order.indexOf(item.level()) <= most)
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }
}
