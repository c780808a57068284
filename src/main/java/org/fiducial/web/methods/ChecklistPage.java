package org.fiducial.web.methods;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.methods.Checklist;
import org.fiducial.facility.people.Permission;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Tongue;
import org.fiducial.web.records.FacilityRecords;

/** Checklists for who publishes: ticked where the record holds the evidence, the rest left to the reader; nothing is kept. */
final class ChecklistPage {

    private static final Set<String> NAMES = Set.of(Checklists.ACQUISITION, "figures");

    private final FacilityRecords records;
    private final Pages pages;
    private final PublishedFacts facts;
    private final ImageDrop drop;
    private final Checklists checklists;

    ChecklistPage(FacilityRecords records, Pages pages, PublishedFacts facts, ImageDrop drop) {
        this.records = records;
        this.pages = pages;
        this.facts = facts;
        this.drop = drop;
        this.checklists = new Checklists(pages);
    }

    Answer page(Route.Request request) {
        return of(request, ImageDrop.Looked.nothing())
                .map(shown -> page(shown, request))
                .orElseGet(Answer.Nothing::new);
    }

    /** The same with what an image says. */
    Answer sent(Route.Request request) {
        if (!NAMES.contains(request.path("name")) || Wish.of(request, records).isEmpty()) {
            return new Answer.Nothing();
        }
        ImageDrop.Looked looked = drop.at(request, pages.texts(PageLanguage.of(request)));
        return looked.closed()
                .orElseGet(() ->
                        of(request, looked).map(shown -> page(shown, request)).orElseGet(Answer.Nothing::new));
    }

    /** As plain text. */
    Answer text(Route.Request request) {
        return of(request, ImageDrop.Looked.nothing())
                .<Answer>map(shown -> new Answer.Content(
                        "text/plain; charset=utf-8", shown.ticked().plain().getBytes(StandardCharsets.UTF_8), false))
                .orElseGet(Answer.Nothing::new);
    }

    /** What is shown. */
    private record Shown(
            Wish wish,
            String name,
            List<Choice> levels,
            ImageDrop.Looked looked,
            Optional<String> problem,
            TickedList ticked) {}

    private Optional<Shown> of(Route.Request request, ImageDrop.Looked looked) {
        String name = request.path("name");
        return NAMES.contains(name)
                ? Wish.of(request, records).map(wish -> shown(wish, name, request.query("level"), looked))
                : Optional.empty();
    }

    private Shown shown(Wish wish, String name, String asked, ImageDrop.Looked looked) {
        Texts texts = pages.texts(wish.language());
        Checklists.Found found = checklists.of(name);
        Checklist list = found.list();
        String tag = wish.language().tag();
        String most = list.levels().get(list.levels().size() - 1).word();
        String level = list.levels().stream().anyMatch(each -> each.word().equals(asked)) ? asked : most;
        TickedList.Known known = new TickedList.Known(
                facts.of(wish, looked.image(), texts), ShownEvidence.beside(wish), wish.about(texts));
        List<Choice> levels = list.levels().stream()
                .map(each -> new Choice(
                        each.word(), each.title().in(tag), each.word().equals(level)))
                .toList();
        return new Shown(wish, name, levels, looked, found.problem(), TickedList.of(list, level, known, tag, texts));
    }

    private Answer page(Shown shown, Route.Request request) {
        Wish wish = shown.wish();
        Texts texts = pages.texts(wish.language());
        String here = wish.address("checklists/" + shown.name());
        String level = "&level="
                + shown.levels().stream()
                        .filter(Choice::chosen)
                        .findFirst()
                        .map(Choice::word)
                        .orElse("");
        Map<String, Object> values = new HashMap<>();
        List<Crumb> trail = new ArrayList<>(MethodsPage.trail(wish, texts));
        trail.add(new Crumb(texts.text("methods.short"), wish.address("methods")));
        values.put("trail", trail);
        values.put("checklist", shown.ticked());
        values.put(
                "levels",
                shown.levels().stream()
                        .map(each -> new Choice(here + "&level=" + each.word(), each.label(), each.chosen()))
                        .toList());
        Map<String, String> asked = new HashMap<>(wish.asked());
        asked.put("level", level.replaceFirst("&level=", ""));
        values.put("tongues", Tongue.of(request, wish.language(), asked));
        values.put("text", wish.address("checklists/" + shown.name() + "/text") + level);
        values.put(
                "problem",
                shown.problem()
                        .filter(unused -> request.may(Permission.READ))
                        .map(each -> texts.text("methods.checklist.broken", each))
                        .orElse(""));
        values.put("image", ImageView.of(shown.looked()));
        values.put("send", shown.name().equals(Checklists.ACQUISITION) ? here + level : "");
        values.put("largest", ImageDrop.LARGEST_OF_STRANGERS >> 20);
        return pages.page(request, "checklist.html", shown.ticked().head().title(), values);
    }
}
