package org.fiducial.web.methods;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.Comparison;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Tongue;
import org.fiducial.web.records.FacilityRecords;

/** The methods section of a light path on some days, with what an image dropped in says beside what the registry says. */
final class MethodsPage {

    private final FacilityRecords records;
    private final Pages pages;
    private final PublishedFacts facts;
    private final ImageDrop drop;
    private final Checklists checklists;

    MethodsPage(FacilityRecords records, Pages pages, PublishedFacts facts, ImageDrop drop) {
        this.records = records;
        this.pages = pages;
        this.facts = facts;
        this.drop = drop;
        this.checklists = new Checklists(pages);
    }

    Answer page(Route.Request request) {
        return with(request, (wish, texts) -> page(request, wish, texts, ImageDrop.Looked.nothing()));
    }

    /** The same with what an image says. */
    Answer sent(Route.Request request) {
        return with(request, (wish, texts) -> {
            ImageDrop.Looked looked = drop.at(request, texts);
            return looked.closed().orElseGet(() -> page(request, wish, texts, looked));
        });
    }

    /** As plain text. */
    Answer text(Route.Request request) {
        return with(
                request,
                (wish, texts) -> new Answer.Content(
                        "text/plain; charset=utf-8",
                        (MethodsView.of(wish, paragraph(wish, texts, Optional.empty()), texts)
                                                .plain() + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        false));
    }

    /** For programs. */
    Answer data(Route.Request request) {
        return with(request, (wish, texts) -> json(wish, texts, Optional.empty()));
    }

    /** For programs, with what an image says. */
    Answer sentData(Route.Request request) {
        return with(request, (wish, texts) -> {
            ImageDrop.Looked looked = drop.at(request, texts);
            return looked.closed()
                    .orElseGet(() -> looked.refusal().isEmpty()
                            ? json(wish, texts, looked.image())
                            : new Answer.Refused(400, looked.refusal()));
        });
    }

    private Answer with(Route.Request request, BiFunction<Wish, Texts, Answer> answer) {
        return Wish.of(request, records)
                .map(wish -> answer.apply(wish, pages.texts(wish.language())))
                .orElseGet(Answer.Nothing::new);
    }

    private MethodsParagraph paragraph(Wish wish, Texts texts, Optional<AcquiredImage> image) {
        return MethodsParagraph.of(facts.of(wish, image, texts));
    }

    private Answer page(Route.Request request, Wish wish, Texts texts, ImageDrop.Looked looked) {
        MethodsFacts known = facts.of(wish, looked.image(), texts);
        Map<String, Object> values = new HashMap<>();
        values.put("trail", trail(wish, texts));
        values.put("methods", MethodsView.of(wish, MethodsParagraph.of(known), texts));
        values.put("token", wish.published().token());
        values.put("from", wish.span().first().toString());
        values.put("to", wish.span().last().toString());
        values.put(
                "paths",
                wish.paths().stream()
                        .map(path -> new Choice(
                                path.slug(),
                                path.name(),
                                wish.path().filter(path::equals).isPresent()))
                        .toList());
        values.put("tongues", Tongue.of(request, wish.language(), wish.asked()));
        values.put("chosen", wish.language().tag());
        values.put("send", wish.address("methods"));
        values.put("largest", ImageDrop.LARGEST_OF_STRANGERS >> 20);
        values.put("image", ImageView.of(looked, known, wish, texts));
        values.put(
                "checklist",
                looked.image().map(unused -> ticked(wish, known, texts)).stream()
                        .toList());
        return pages.page(
                request,
                "methods.html",
                texts.text("methods.title", wish.published().instrument().name()),
                values);
    }

    /** The acquisition checklist with what the image says, while it is known. */
    private TickedList ticked(Wish wish, MethodsFacts known, Texts texts) {
        return checklists.acquisition(known, ShownEvidence.beside(wish), wish, texts);
    }

    static List<Crumb> trail(Wish wish, Texts texts) {
        return List.of(
                new Crumb(
                        texts.text("published.title"),
                        "/published?lang=" + wish.language().tag()),
                new Crumb(wish.published().instrument().name(), wish.published().address() + wish.query()));
    }

    private Answer json(Wish wish, Texts texts, Optional<AcquiredImage> image) {
        MethodsFacts known = facts.of(wish, image, texts);
        MethodsView view = MethodsView.of(wish, MethodsParagraph.of(known), texts);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument", wish.published().instrument().name());
        node.put("light_path", wish.path().map(Configuration::slug).orElse(""));
        node.put("from", wish.span().first().toString());
        node.put("to", wish.span().last().toString());
        node.put("language", wish.language().tag());
        node.put("text", view.plain());
        node.put("html", view.html());
        ArrayNode questions = node.putArray("questions");
        view.questions().forEach(questions::add);
        image.ifPresent(each -> {
            ArrayNode rows = node.putArray("comparison");
            ImageView.rows(Comparison.of(known.setup(), each, wish.published().shows(Field.SERIAL)), texts)
                    .forEach(row -> rows.addObject()
                            .put("what", row.title())
                            .put("registry", row.registry())
                            .put("image", row.image())
                            .put("agreement", row.agreement()));
        });
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
