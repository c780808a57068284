package org.fiducial.web.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.people.Permission;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Checks in progress: the list of them, and what is kept and judged of one while somebody types. */
final class ProgressPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Drafts drafts;
    private final ObjectMapper json = new ObjectMapper();

    ProgressPages(FacilityRecords records, Pages pages, Drafts drafts) {
        this.records = records;
        this.pages = pages;
        this.drafts = drafts;
    }

    /** A check in progress. */
    public record Row(
            String address, String instrument, String path, String protocol, Progress progress, Days.Moment changed) {}

    /** How far it is, who began it, and whether that is who asks. */
    public record Progress(String state, String owner, boolean own, int files) {}

    /** Those of who asks first. */
    Answer list(Route.Request request) {
        Map<String, Object> values = new HashMap<>();
        List<Row> rows = mayWorkOn(request).map(draft -> row(draft, request)).toList();
        values.put("own", rows.stream().filter(row -> row.progress().own()).toList());
        values.put("others", rows.stream().filter(row -> !row.progress().own()).toList());
        values.put("trail", List.of(Crumb.instruments(pages.texts())));
        return pages.page("new-checks.html", pages.texts().text("progress.title"), values);
    }

    private java.util.stream.Stream<Draft> mayWorkOn(Route.Request request) {
        return drafts.all().stream().filter(draft -> request.may(Permission.MEASURE));
    }

    private Row row(Draft draft, Route.Request request) {
        String asks = request.caller().name();
        String owner = draft.origin().owner();
        return new Row(
                draft.address(),
                draft.subject().instrument().name(),
                draft.subject().configuration().name(),
                draft.subject().protocol().definition().description().title(),
                new Progress(
                        pages.texts().text("draft.title." + draft.state().word()),
                        owner,
                        owner.equals(asks),
                        draft.files().size()),
                new Days(
                                records.zone(draft.subject().instrument()),
                                pages.texts().locale())
                        .of(draft.changed()));
    }

    Answer api(Route.Request request) {
        ObjectNode document = json.createObjectNode();
        ArrayNode all = document.putArray("new_checks");
        mayWorkOn(request).forEach(draft -> all.addObject()
                .put("id", draft.id().toString())
                .put("instrument", draft.subject().instrument().slug())
                .put("configuration", draft.subject().configuration().slug())
                .put(
                        "protocol",
                        draft.subject().protocol().definition().reference().toString())
                .put("state", draft.state().word())
                .put("by", draft.origin().owner())
                .put("begun", draft.origin().begun().toString())
                .put("changed", draft.changed().toString())
                .put("files", draft.files().size()));
        return Answer.Content.json(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what is typed, and says of each field what its limits say. */
    Answer save(Route.Request request) {
        return drafts.find(request.path("id"))
                .map(draft -> save(draft, request))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer save(Draft draft, Route.Request request) {
        Map<String, String> sent = request.sent().fields();
        boolean changes = !draft.typed().entrySet().containsAll(sent.entrySet());
        if (changes && !draft.state().isUnderWay()) {
            draft.open(sent);
        }
        ObjectNode node = json.createObjectNode()
                .put(
                        "saved",
                        pages.texts()
                                .text(
                                        "progress.saved",
                                        new Days(
                                                        records.zone(
                                                                draft.subject().instrument()),
                                                        pages.texts().locale())
                                                .of(draft.changed())
                                                .time()));
        ObjectNode words = node.putObject("words");
        EntryFields.of(draft.subject(), records, pages.texts())
                .ifPresent(fields -> fields.words(draft.typed()).forEach((name, word) -> words.putObject(name)
                        .put("word", word.word())
                        .put("sign", word.sign())
                        .put("label", word.label())
                        .put("sentence", word.sentence())));
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
