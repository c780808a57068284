package org.fiducial.web.methods;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.methods.Checklist;
import org.fiducial.facility.methods.Evidence;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.Value;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Checklists for who publishes: ticked where the record holds the evidence, the rest left to the reader; nothing is kept. */
final class ChecklistPage {

    private static final Set<String> NAMES = Set.of("acquisition", "figures");

    /** So many days or parts stand behind a tick; the rest is in the supplement. */
    private static final int SHOWN = 6;

    private final FacilityRecords records;
    private final Pages pages;
    private final PublishedFacts facts;

    ChecklistPage(FacilityRecords records, Pages pages, PublishedFacts facts) {
        this.records = records;
        this.pages = pages;
        this.facts = facts;
    }

    /** A line; the evidence is empty where nothing ticks it. */
    public record Line(String id, String text, String level, String evidence) {}

    /** Lines of a kind. */
    public record Section(String title, List<Line> lines) {}

    Answer page(Route.Request request) {
        return of(request).map(this::page).orElseGet(Answer.Nothing::new);
    }

    /** As plain text. */
    Answer text(Route.Request request) {
        return of(request)
                .<Answer>map(shown -> new Answer.Content(
                        "text/plain; charset=utf-8", plain(shown).getBytes(StandardCharsets.UTF_8), false))
                .orElseGet(Answer.Nothing::new);
    }

    /** What is shown. */
    private record Shown(Wish wish, String name, Checklist list, String level, Texts texts, List<Section> sections) {}

    private Optional<Shown> of(Route.Request request) {
        String name = request.path("name");
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        return Wish.of(request, records).flatMap(wish -> pages.text("checklists/" + name + ".yaml")
                .map(text -> shown(wish, name, Checklist.of(name + ".yaml", text), request.query("level"))));
    }

    private Shown shown(Wish wish, String name, Checklist list, String asked) {
        Texts texts = pages.texts(wish.language());
        String most = list.levels().get(list.levels().size() - 1).word();
        String level = list.levels().stream().anyMatch(each -> each.word().equals(asked)) ? asked : most;
        return new Shown(wish, name, list, level, texts, sections(wish, list.upTo(level), list, texts));
    }

    private List<Section> sections(Wish wish, List<Checklist.Group> groups, Checklist list, Texts texts) {
        MethodsFacts known = facts.of(wish, Optional.empty(), texts);
        MethodsText text = new MethodsText(texts);
        String tag = wish.language().tag();
        Map<String, String> levels = new HashMap<>();
        list.levels().forEach(each -> levels.put(each.word(), each.title().in(tag)));
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Checklist.Group group : groups) {
            List<Line> lines = new ArrayList<>();
            for (Checklist.Item item : group.items()) {
                number++;
                lines.add(new Line(
                        "item-" + number,
                        item.text().in(tag),
                        levels.getOrDefault(item.level(), ""),
                        item.evidence()
                                .flatMap(word -> Evidence.of(word, known))
                                .map(found -> said(found, text, texts))
                                .orElse("")));
            }
            sections.add(new Section(group.title().in(tag), lines));
        }
        return List.copyOf(sections);
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

    private Answer page(Shown shown) {
        Wish wish = shown.wish();
        String tag = wish.language().tag();
        Map<String, Object> values = new HashMap<>();
        List<Crumb> trail = new ArrayList<>(MethodsPage.trail(wish, shown.texts()));
        trail.add(new Crumb(shown.texts().text("methods.short"), wish.address("methods")));
        values.put("trail", trail);
        values.put("lead", shown.list().head().lead().in(tag));
        values.put("source", shown.list().head().source().in(tag));
        values.put("address", shown.list().head().address());
        values.put("sections", shown.sections());
        values.put("of", about(shown));
        values.put(
                "levels",
                shown.list().levels().stream()
                        .map(each -> new Choice(
                                wish.address("checklists/" + shown.name()) + "&level=" + each.word(),
                                each.title().in(tag),
                                each.word().equals(shown.level())))
                        .toList());
        values.put("tongues", MethodsPage.tongues(wish, "checklists/" + shown.name()));
        values.put("text", wish.address("checklists/" + shown.name() + "/text") + "&level=" + shown.level());
        return pages.page(
                wish.language(), "checklist.html", shown.list().head().title().in(tag), values);
    }

    private static String about(Shown shown) {
        Wish wish = shown.wish();
        return new MethodsText(shown.texts())
                        .value(new Value.Name(wish.published().instrument().name()))
                + wish.path().map(path -> ", " + path.name()).orElse("")
                + ", "
                + new MethodsText(shown.texts())
                        .value(new Value.Days(wish.span().first(), wish.span().last()));
    }

    private static String plain(Shown shown) {
        String tag = shown.wish().language().tag();
        StringBuilder out = new StringBuilder(shown.list().head().title().in(tag))
                .append('\n')
                .append(about(shown))
                .append("\n");
        for (Section section : shown.sections()) {
            out.append('\n').append(section.title()).append('\n');
            section.lines().forEach(line -> out.append(line.evidence().isEmpty() ? "[ ] " : "[x] ")
                    .append(line.text())
                    .append(" (")
                    .append(line.level())
                    .append(")")
                    .append(line.evidence().isEmpty() ? "" : ": " + line.evidence())
                    .append('\n'));
        }
        return out.append('\n')
                .append(shown.list().head().source().in(tag))
                .append('\n')
                .toString();
    }
}
