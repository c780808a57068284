package org.fiducial.web.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.ReasonText;
import org.fiducial.report.ResultView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.records.FacilityRecords;

/** The page of a check between upload and record: its progress, a question, what is wrong with it, or its result. */
final class DraftPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Drafts drafts;
    private final NewCheckPages form;
    private final FigureAnswers figures;
    private final ObjectMapper json = new ObjectMapper();

    DraftPages(FacilityRecords records, Pages pages, Drafts drafts, NewCheckPages form, FigureRenderer renderer) {
        this.records = records;
        this.pages = pages;
        this.drafts = drafts;
        this.form = form;
        this.figures = new FigureAnswers(renderer, pages.texts());
    }

    /** A check in the record that was made of the same file. */
    public record Known(String address, String file) {}

    /** A reason items were left out for, and how often. */
    public record Rejected(long count, String why) {}

    Answer one(Route.Request request) {
        return with(request, draft -> page(draft, ""));
    }

    /** The state, for the script that waits. */
    Answer state(Route.Request request) {
        return with(request, draft -> {
            DraftState state = draft.state();
            ObjectNode node = json.createObjectNode().put("state", state.word()).put("text", text(state));
            if (state instanceof DraftState.Running running) {
                node.put("done", running.done()).put("of", running.of());
            }
            return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A picture of a result that is looked at. */
    Answer figure(Route.Request request) {
        return with(
                request,
                draft -> draft.state() instanceof DraftState.Analysed analysed
                        ? figures.of(analysed.check().result(), request, false)
                        : new Answer.Nothing());
    }

    /** Takes an answer to a question, or the form once more, and analyses again. */
    Answer goOn(Route.Request request) {
        return with(request, draft -> {
            drafts.requireRoomFor(request.length());
            SentForm sent = request.sent();
            if (draft.state() instanceof DraftState.Asking asking && TableQuestionView.isAnswered(sent.fields())) {
                return columns(draft, asking.question(), sent);
            }
            form.take(draft, sent);
            return new Answer.Elsewhere(draft.address());
        });
    }

    /** Takes what the columns of a table hold, or asks again. */
    private Answer columns(Draft draft, MissingParameterException question, SentForm sent) {
        try {
            SentForm answered = question.table()
                    .map(table -> TableQuestionView.answer(table, sent.fields()))
                    .map(answer -> sent.and(NewCheckForm.PARAMETER + question.parameter(), answer))
                    .orElse(sent);
            form.take(draft, answered);
            return new Answer.Elsewhere(draft.address());
        } catch (UnusableInputException e) {
            draft.type(sent.fields());
            return page(draft, String.valueOf(e.getMessage()));
        }
    }

    Answer cancel(Route.Request request) {
        return with(request, draft -> {
            draft.cancel();
            return new Answer.Elsewhere(draft.address());
        });
    }

    Answer discard(Route.Request request) {
        return with(request, draft -> {
            drafts.discard(draft);
            return new Answer.Elsewhere(
                    "/instruments/" + draft.subject().instrument().slug());
        });
    }

    Answer record(Route.Request request) {
        return with(request, draft -> {
            drafts.record(draft);
            return new Answer.Elsewhere(draft.address());
        });
    }

    private Answer with(Route.Request request, Function<Draft, Answer> answer) {
        return drafts.find(request.path("id")).map(answer).orElseGet(Answer.Nothing::new);
    }

    private Answer page(Draft draft, String objection) {
        DraftState state = draft.state();
        if (state instanceof DraftState.Recorded recorded) {
            return new Answer.Elsewhere("/checks/" + recorded.check());
        }
        Map<String, Object> values = form.formValues(draft.subject(), draft.typed());
        values.put("files", NewCheckPages.rows(draft.files()));
        values.put("action", draft.address());
        values.put("demonstration", false);
        values.put("state", state.word());
        values.put("text", draft.wasInterrupted() ? pages.texts().text("draft.interrupted") : text(state));
        if (state.isUnderWay()) {
            values.put("done", state instanceof DraftState.Running running ? running.done() : 0);
            values.put("of", state instanceof DraftState.Running running ? running.of() : 0);
            return pages.page("draft-running.html", pages.texts().text("draft.title." + state.word()), values);
        }
        if (state instanceof DraftState.Asking asking) {
            Optional<ParameterDefinition> asked =
                    protocol(draft).parameter(asking.question().parameter());
            if (asked.isPresent()) {
                values.put("question", question(draft, asked.get()));
                values.put("objection", objection);
                values.put(
                        "tables",
                        asking.question().table().stream()
                                .map(table -> TableQuestionView.of(table, draft.typed(), pages.texts()))
                                .toList());
                return pages.page("draft-question.html", pages.texts().text("draft.title.asking"), values);
            }
        }
        if (state instanceof DraftState.Analysed analysed) {
            values.put(
                    "timeOrigin",
                    pages.texts().text("draft.time." + analysed.time().name().toLowerCase(Locale.ROOT)));
            return preview(draft, analysed.check(), values);
        }
        return pages.page("new-check.html", pages.texts().text("draft.title." + state.word()), values);
    }

    private NewCheckView.Field question(Draft draft, ParameterDefinition parameter) {
        return new NewCheckView(
                        protocol(draft), draft.subject().configuration().registry(), draft.typed(), pages.texts())
                .field(parameter);
    }

    private Answer preview(Draft draft, Check check, Map<String, Object> values) {
        ZoneId zone = check.occasion().times().zone();
        values.put(
                "result",
                ResultView.of(check.result(), check.judgement(), Optional.of(protocol(draft)), pages.texts()));
        values.put(
                "measuredAt",
                new Days(zone, pages.texts().locale())
                        .of(check.occasion().times().measuredAt()));
        values.put(
                "reason", pages.texts().text("why." + check.occasion().reason().word()));
        values.put("duplicates", known(check));
        values.put("rejected", rejected(check));
        return pages.page("draft-result.html", pages.texts().text("draft.title.analysed"), values);
    }

    private List<Known> known(Check check) {
        return check.result().provenance().inputs().stream()
                .flatMap(input -> records.checks().withInput(input.sha256()).stream()
                        .map(id -> new Known("/checks/" + id, input.name())))
                .toList();
    }

    /** Why items were left out, most frequent first. */
    private List<Rejected> rejected(Check check) {
        Map<String, Long> counts = check.result().items().stream()
                .filter(item -> item.status() == Item.ItemStatus.REJECTED)
                .flatMap(item -> item.reasons().stream()
                        .map(reason -> ReasonText.of(item.identity().kind(), Reason.of(reason.code()), pages.texts())))
                .collect(Collectors.groupingBy(sentence -> sentence, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> new Rejected(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static ProtocolDefinition protocol(Draft draft) {
        return draft.subject().protocol().definition();
    }

    private String text(DraftState state) {
        if (state instanceof DraftState.Running running) {
            return running.what();
        }
        if (state instanceof DraftState.Queued) {
            return pages.texts().count("draft.waiting", drafts.waiting());
        }
        if (state instanceof DraftState.Asking asking) {
            return asking.question().finding() + ".";
        }
        if (state instanceof DraftState.Refused refused) {
            return refused.sentence();
        }
        return "";
    }
}
