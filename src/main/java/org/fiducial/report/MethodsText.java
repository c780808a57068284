package org.fiducial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.methods.Question;
import org.fiducial.facility.methods.Sentence;
import org.fiducial.facility.methods.Topic;
import org.fiducial.facility.methods.Value;

/**
 * Writes a methods section in a language: as plain text, and as HTML whose paragraphs and links a word processor takes over.
 * Numbers and dates are written as the language writes them; names stay as they are.
 */
public final class MethodsText {

    private static final char SPACE = '\u00a0';

    private final Texts texts;

    public MethodsText(Texts texts) {
        this.texts = texts;
    }

    /** How a piece of text and a link are written. */
    private record Pen(Function<String, String> text, Function<Value.Link, String> link) {}

    private static final Pen PLAIN = new Pen(text -> text, link -> link.text().text());
    private static final Pen HTML = new Pen(
            MethodsText::escaped,
            link -> "<a href=\"" + escaped(link.address()) + "\">"
                    + escaped(link.text().text()) + "</a>");

    /** Plain text: a paragraph a line, with empty lines between. */
    public String plain(MethodsParagraph paragraph) {
        return paragraphs(paragraph, PLAIN).entrySet().stream()
                .map(each -> heading(each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    /** The same as HTML: paragraphs with their headings in bold, and links. */
    public String html(MethodsParagraph paragraph) {
        return paragraphs(paragraph, HTML).entrySet().stream()
                .map(each -> "<p><strong>" + escaped(heading(each.getKey())) + "</strong> " + each.getValue() + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** What to ask the facility. */
    public String question(Question question) {
        return texts.text("methods.question." + question.key(), written(question.values(), PLAIN));
    }

    /** A value alone. */
    public String value(Value value) {
        return written(value, PLAIN);
    }

    private String heading(Topic.Group group) {
        return texts.text("methods.group." + group.word());
    }

    private Map<Topic.Group, String> paragraphs(MethodsParagraph paragraph, Pen pen) {
        Map<Topic.Group, String> all = new EnumMap<>(Topic.Group.class);
        paragraph
                .sentences()
                .forEach(sentence -> all.merge(
                        sentence.topic().group(), sentence(sentence, pen), (before, next) -> before + " " + next));
        return all;
    }

    private String sentence(Sentence sentence, Pen pen) {
        List<String> things =
                sentence.things().stream().map(thing -> thing(thing, pen)).toList();
        boolean listed = sentence.topic().group() == Topic.Group.SETTINGS;
        List<Object> values = new ArrayList<>();
        if (!things.isEmpty()) {
            values.add(listed ? String.join(", ", things) : joined(things));
        }
        values.addAll(Arrays.asList(written(sentence.more(), pen)));
        String key = "methods.sentence." + sentence.key();
        return texts.find(key + (things.size() == 1 ? ".one" : ".many"), values.toArray())
                .orElseGet(() -> texts.text(key, values.toArray()));
    }

    private String thing(Sentence.Thing thing, Pen pen) {
        String head = phrase(thing.head(), pen);
        String details =
                thing.details().stream().map(phrase -> phrase(phrase, pen)).collect(Collectors.joining("; "));
        return details.isEmpty() ? head : head + " (" + details + ")";
    }

    private String phrase(Sentence.Phrase phrase, Pen pen) {
        String key = "methods.phrase." + phrase.key();
        Optional<String> whole = phrase.values().stream()
                .filter(Value.Word.class::isInstance)
                .flatMap(value -> texts.find(key + "." + ((Value.Word) value).word()).stream())
                .findFirst();
        return whole.orElseGet(() -> texts.text(key, written(phrase.values(), pen)));
    }

    private Object[] written(List<Value> values, Pen pen) {
        return values.stream().map(value -> written(value, pen)).toArray();
    }

    private String written(Value value, Pen pen) {
        if (value instanceof Value.Name name) {
            return pen.text().apply(name.text());
        }
        if (value instanceof Value.Word word) {
            return texts.find("methods.word." + word.word())
                    .orElseGet(() -> pen.text().apply(word.word()));
        }
        if (value instanceof Value.Amount amount) {
            return number(amount)
                    + (amount.unit().isEmpty() ? "" : SPACE + pen.text().apply(amount.unit()));
        }
        if (value instanceof Value.Range range) {
            return number(range.low()) + "–" + written(range.high(), pen);
        }
        if (value instanceof Value.Link link) {
            return pen.link().apply(link);
        }
        if (value instanceof Value.Several several) {
            return joined(
                    several.values().stream().map(each -> written(each, pen)).toList());
        }
        return dates(value);
    }

    private String dates(Value value) {
        if (value instanceof Value.Days days) {
            return days.first().equals(days.last())
                    ? texts.text("methods.days.one", texts.day(days.first()))
                    : texts.text("methods.days.many", texts.day(days.first()), texts.day(days.last()));
        }
        if (value instanceof Value.Day day) {
            return texts.text("methods.day.one", texts.day(day.date()));
        }
        throw new IllegalArgumentException("no words for " + value);
    }

    /** With the decimal sign of the language and a minus that is one. */
    private String number(Value.Amount amount) {
        return texts.decimals(amount.number().toPlainString()).replace('-', '−');
    }

    private String joined(List<String> all) {
        if (all.size() < 2) {
            return String.join("", all);
        }
        return texts.text("methods.and", String.join(", ", all.subList(0, all.size() - 1)), all.get(all.size() - 1));
    }

    /** Text as HTML: what HTML would take for a sign of its own is written out. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
