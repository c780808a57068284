package org.fiducial.facility.methods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int LONGEST_ADDRESS = 400;

    public Checklist {
        levels = List.copyOf(levels);
        groups = List.copyOf(groups);
    }

    /**
     * A text in languages; English is always there.
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
        List<Level> levels = root.mappings("levels").stream()
                .map(each -> new Level(each.text("word"), words(each)))
                .toList();
        String address = root.optionalText("address").orElse("");
        if (!address.isEmpty() && (!address.matches("https?://\\S+") || address.length() > LONGEST_ADDRESS)) {
            throw root.refuse(
                    "'address' is the address of a page, for instance https://doi.org/10.5281/zenodo.4710731.");
        }
        List<Group> groups = new ArrayList<>();
        for (YamlMapping group : root.mappings("groups")) {
            group.allowOnly("title", "items");
            groups.add(new Group(
                    words(group.mapping("title")),
                    group.mappings("items").stream()
                            .map(item -> item(item, levels))
                            .toList()));
        }
        return new Checklist(
                new Head(
                        words(root.mapping("title")),
                        words(root.mapping("lead")),
                        words(root.mapping("source")),
                        address),
                levels,
                groups);
    }

    private static Item item(YamlMapping yaml, List<Level> levels) {
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

    private static Words words(YamlMapping yaml) {
        Map<String, String> byTag = new HashMap<>();
        byTag.put(ENGLISH, yaml.text(ENGLISH));
        yaml.keys().stream().filter(key -> key.matches("[a-z]{2}")).forEach(key -> byTag.put(key, yaml.text(key)));
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
