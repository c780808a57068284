package org.fiducial.web.methods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.methods.Checklist;
import org.fiducial.facility.methods.Evidence;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.Value;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;

/**
 * A checklist, ticked where the record or an image holds what an item asks for.
 *
 * @param head what it is, in the language of the page
 * @param sections its items by what they are about
 */
public record TickedList(Head head, List<Section> sections) {

    /** So many days or parts stand behind a tick; the rest is in the supplement. */
    private static final int SHOWN = 6;

    public TickedList {
        sections = List.copyOf(sections);
    }

    /** What it is, of which days it speaks, and where it comes from; the address may be empty. */
    public record Head(String title, String about, String lead, String source, String address) {}

    /**
     * An item.
     *
     * @param evidence what ticks it; empty where nothing does
     * @param link where that is shown to everybody; empty where it is nowhere
     */
    public record Line(String id, String text, String level, String evidence, String link) {}

    /** Items of a kind. */
    public record Section(String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What ticks items.
     *
     * @param known what record and image hold
     * @param shown where it is shown
     * @param about the light path and the days
     */
    record Known(MethodsFacts known, ShownEvidence shown, String about) {

        private Optional<Evidence> evidence(Checklist.Item item) {
            return item.evidence().flatMap(word -> Evidence.of(word, known));
        }

        private String link(Checklist.Item item) {
            return evidence(item)
                    .map(found -> shown.of(item.evidence().orElse(""), found))
                    .orElse("");
        }
    }

    /** The items up to a level, in a language. */
    static TickedList of(Checklist list, String level, Known known, String tag, Texts texts) {
        Map<String, String> levels = new HashMap<>();
        list.levels().forEach(each -> levels.put(each.word(), each.title().in(tag)));
        MethodsText text = new MethodsText(texts);
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Checklist.Group group : list.upTo(level)) {
            List<Line> lines = new ArrayList<>();
            for (Checklist.Item item : group.items()) {
                number++;
                lines.add(new Line(
                        "item-" + number,
                        item.text().in(tag),
                        levels.getOrDefault(item.level(), ""),
                        known.evidence(item)
                                .map(found -> said(found, text, texts))
                                .orElse(""),
                        known.link(item)));
            }
            sections.add(new Section(group.title().in(tag), lines));
        }
        return new TickedList(
                new Head(
                        list.head().title().in(tag),
                        known.about(),
                        list.head().lead().in(tag),
                        list.head().source().in(tag),
                        list.head().address()),
                sections);
    }

    private static String said(Evidence found, MethodsText text, Texts texts) {
        List<Value> shown = found.values().stream().limit(SHOWN).toList();
        String values = text.value(new Value.Several(shown));
        return texts.text(
                "methods.evidence."
                        + found.origin().name().toLowerCase(Locale.ROOT)
                        + (found.values().size() > SHOWN ? ".more" : ""),
                values);
    }

    /** How many items there are. */
    public long items() {
        return sections.stream().mapToLong(section -> section.lines().size()).sum();
    }

    /** How many of them are ticked. */
    public long ticked() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> !line.evidence().isEmpty())
                .count();
    }

    /** As plain text. */
    String plain() {
        StringBuilder out = new StringBuilder(head.title())
                .append('\n')
                .append(head.about())
                .append('\n');
        for (Section section : sections) {
            out.append('\n').append(section.title()).append('\n');
            section.lines().forEach(line -> out.append(line.evidence().isEmpty() ? "[ ] " : "[x] ")
                    .append(line.text())
                    .append(" (")
                    .append(line.level())
                    .append(")")
                    .append(line.evidence().isEmpty() ? "" : ": " + line.evidence())
                    .append('\n'));
        }
        return out.append('\n').append(head.source()).append('\n').toString();
    }
}
