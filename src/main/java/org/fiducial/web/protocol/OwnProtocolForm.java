package org.fiducial.web.protocol;

import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.Work;

/**
 * A protocol as a person typed it into the form that makes one; it becomes the same text that a file would hold, and is read
 * as that is.
 */
record OwnProtocolForm(Map<String, String> typed) {

    /** The button that asks for more rows. */
    static final String MORE = "more-rows";

    private static final int FIRST_STEPS = 3;
    private static final int FIRST_FIELDS = 4;
    private static final int MOST = 100;
    private static final List<String> NUMBER_BOUNDS = List.of("possible", "warning", "fail");

    /** How many steps the form shows. */
    int steps() {
        return rows("steps", FIRST_STEPS);
    }

    /** How many fields the form shows. */
    int fields() {
        return rows("fields", FIRST_FIELDS);
    }

    private int rows(String field, int least) {
        String text = text(field);
        int asked = text.matches("\\d{1,3}") ? Integer.parseInt(text) : least;
        return Math.max(least, Math.min(MOST, asked + (typed.containsKey(MORE) ? least : 0)));
    }

    /** The text of the protocol. */
    String yaml() {
        List<String> lines = new ArrayList<>();
        add(lines, "", "id", id());
        add(lines, "", "title", text("title"));
        add(lines, "", "summary", text("summary"));
        bare(lines, "", "interval-days", text("days"));
        if (!text("person").isEmpty()) {
            lines.add("minutes: { person: " + number(text("person")) + ", instrument: "
                    + number(text("instrument").isEmpty() ? "0" : text("instrument")) + " }");
        }
        List<String> parts = Arrays.stream(MicroscopePart.values())
                .map(MicroscopePart::word)
                .filter(part -> !text("covers." + part).isEmpty())
                .toList();
        lines.add("covers: [" + String.join(", ", parts) + "]");
        after(lines, parts);
        affects(lines);
        lines.add("sources: " + list(lines(text("sources"))));
        lines.add("steps:" + (IntStream.rangeClosed(1, steps()).allMatch(this::isEmptyStep) ? " []" : ""));
        IntStream.rangeClosed(1, steps()).filter(i -> !isEmptyStep(i)).forEach(i -> step(lines, i));
        lines.add("fields:");
        Set<String> names = new HashSet<>();
        IntStream.rangeClosed(1, fields())
                .filter(i -> !text(field(i, "title")).isEmpty())
                .forEach(i -> field(lines, i, names));
        return String.join("\n", lines) + "\n";
    }

    /** What was typed as id, or what the title makes. */
    String id() {
        return text("id").isEmpty() ? slug(text("title")) : text("id");
    }

    private void after(List<String> lines, List<String> parts) {
        List<String> asked = Arrays.stream(Work.values())
                .map(Work::word)
                .filter(work -> !text("after." + work).isEmpty())
                .toList();
        if (!asked.isEmpty() && !parts.isEmpty()) {
            lines.add("after:");
            asked.forEach(work -> lines.add("  - { work: " + work + ", parts: [" + String.join(", ", parts) + "] }"));
        }
    }

    private void affects(List<String> lines) {
        if (Arrays.stream(ImageUse.values())
                .anyMatch(use -> !text("affects." + use.word()).isEmpty())) {
            lines.add("affects:");
            for (ImageUse use : ImageUse.values()) {
                String effect = text("affects." + use.word());
                add(lines, "  ", use.word(), effect.isEmpty() ? "not-assessed" : effect);
            }
        }
    }

    private boolean isEmptyStep(int i) {
        return text("s." + i + ".text").isEmpty();
    }

    private void step(List<String> lines, int i) {
        add(lines, "  - ", "text", text("s." + i + ".text"));
        add(lines, "    ", "picture", text("s." + i + ".picture"));
    }

    private void field(List<String> lines, int i, Set<String> names) {
        String kind = text(field(i, "kind"));
        add(lines, "  - ", "name", name(i, names));
        add(lines, "    ", "title", text(field(i, "title")));
        add(lines, "    ", "kind", kind);
        add(lines, "    ", "help", text(field(i, "help")));
        String covers = text(field(i, "covers"));
        if (!covers.isEmpty()) {
            lines.add("    covers: " + list(lines(covers.replace(',', '\n'))));
        }
        if (!text(field(i, "optional")).isEmpty()) {
            lines.add("    optional: true");
        }
        Optional<EntryForm.Kind> known = Arrays.stream(EntryForm.Kind.values())
                .filter(each -> each.word().equals(kind))
                .findFirst();
        known.ifPresent(each -> {
            switch (each) {
                case NUMBER -> number(lines, i);
                case YES_NO -> yesNo(lines, i);
                case CHOICE -> choice(lines, i);
                case TEXT, PHOTO, FILE -> {}
            }
        });
    }

    private void number(List<String> lines, int i) {
        add(lines, "    ", "unit", text(field(i, "unit")).isEmpty() ? "1" : text(field(i, "unit")));
        boolean limited = false;
        for (String bound : NUMBER_BOUNDS) {
            String low = text(field(i, bound + "-low"));
            String high = text(field(i, bound + "-high"));
            if (!low.isEmpty() || !high.isEmpty()) {
                limited |= !bound.equals("possible");
                lines.add("    " + bound + ": { "
                        + Stream.of(
                                        low.isEmpty() ? "" : "low: " + number(low),
                                        high.isEmpty() ? "" : "high: " + number(high))
                                .filter(each -> !each.isEmpty())
                                .collect(Collectors.joining(", "))
                        + " }");
            }
        }
        bare(lines, "    ", "repeats", text(field(i, "repeats")));
        if (limited) {
            add(lines, "    ", "reason", text(field(i, "reason")));
        }
    }

    private void yesNo(List<String> lines, int i) {
        if (!text(field(i, "expected")).isEmpty()) {
            add(lines, "    ", "expected", text(field(i, "expected")));
            add(lines, "    ", "otherwise", text(field(i, "otherwise")));
            add(lines, "    ", "reason", text(field(i, "reason")));
        }
    }

    private void choice(List<String> lines, int i) {
        List<String> warning = words(i, "warnings");
        List<String> fail = words(i, "fails");
        lines.add("    choices: "
                + list(Stream.of(words(i, "fine"), warning, fail)
                        .flatMap(List::stream)
                        .toList()));
        if (!warning.isEmpty()) {
            lines.add("    warning: " + list(warning));
        }
        if (!fail.isEmpty()) {
            lines.add("    fail: " + list(fail));
        }
        if (!warning.isEmpty() || !fail.isEmpty()) {
            add(lines, "    ", "reason", text(field(i, "reason")));
        }
    }

    private List<String> words(int i, String which) {
        return lines(text(field(i, which)));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static String list(List<String> words) {
        return "[" + words.stream().map(OwnProtocolForm::quoted).collect(Collectors.joining(", ")) + "]";
    }

    /** The name it had, or what its title makes; a second of one name gets a number. */
    private String name(int i, Set<String> names) {
        String known = text(field(i, "name"));
        String wanted = known.isEmpty() ? slug(text(field(i, "title"))) : known;
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    /** Letters, digits and dashes of a title: {@code Water bath, °C} is {@code water-bath-c}. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String cut = plain.length() <= 60 ? plain : plain.substring(0, 60).replaceAll("-+$", "");
        return cut.isEmpty() || cut.endsWith("-comment") ? "field" : cut;
    }

    static String field(int i, String what) {
        return "f." + i + "." + what;
    }

    private static void add(List<String> lines, String indent, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(indent + key + ": " + quoted(value));
        }
    }

    private static void bare(List<String> lines, String indent, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(indent + key + ": " + number(value));
        }
    }

    /** A number as it is; anything else as a text, so that reading it says what is wrong. */
    private static String number(String text) {
        String plain = text.replace(',', '.');
        return plain.matches("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][-+]?\\d{1,3})?") ? plain : quoted(text);
    }

    /** JSON strings are YAML strings. */
    private static String quoted(String text) {
        return new TextNode(text.replace("\r\n", "\n")).toString();
    }

    private String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("").strip();
    }
}
