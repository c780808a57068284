package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fiducial.facility.publication.Correction;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;

/**
 * What became otherwise since a statement was issued, in sentences: what it was, by which act, and on which day somebody did it.
 * Names nobody and repeats no reason somebody typed.
 *
 * @param acts what was done since
 * @param texts the words
 * @param zone where the facility counts its days
 */
record CorrectionText(CorrectingActs acts, Texts texts, ZoneId zone) {

    /**
     * Something that is otherwise.
     *
     * @param what the stable word: that of a {@link Correction.Kind}, or {@code plan}
     * @param sentence what it was and is, by which act, and when
     */
    record Corrected(String what, String sentence) {}

    /** All of it; where no act is seen in what was said, what may have become due otherwise. */
    List<Corrected> of(List<Correction> corrections) {
        List<Corrected> all = new ArrayList<>();
        corrections.forEach(each -> all.add(new Corrected(each.kind().word(), of(each))));
        if (!corrections.isEmpty() && corrections.stream().allMatch(each -> each.kind() == Correction.Kind.STANDING)) {
            acts.planned()
                    .map(at -> texts.text("statement.correction.planned", on(Optional.of(at))))
                    .ifPresent(sentence -> all.add(new Corrected("plan", sentence)));
        }
        return List.copyOf(all);
    }

    private String of(Correction correction) {
        JsonNode was = correction.was();
        JsonNode is = correction.is();
        return switch (correction.kind()) {
            case STANDING -> standing(was, is);
            case CHECK_GONE -> texts.text("statement.correction.check-gone", check(was), gone(was));
            case CHECK_ADDED -> texts.text("statement.correction.check-added", check(is), came(is));
            case CHECK_REJUDGED ->
                texts.text("statement.correction.check-rejudged", check(is), verdict(was), verdict(is), word(is));
            case CHECK_RECALLED -> recalled(was, is);
            case LIMITS ->
                texts.text(
                        "statement.correction.limits",
                        check(is),
                        said(is, "limitsInForce"),
                        on(acts.limits(said(is, "id"), said(is, "limitsInForce"))));
            case EVENT_ADDED ->
                texts.text("statement.correction.event-added", kind(is), day(is), on(acts.reported(is)));
            case EVENT_GONE ->
                texts.text("statement.correction.event-gone", kind(was), day(was), on(acts.followed(was)));
            case EVENT_CHANGED ->
                texts.text("statement.correction.event-changed", kind(is), day(is), on(acts.followed(is)));
            case CERTIFICATE ->
                texts.text(
                        "statement.correction.certificate",
                        check(is),
                        list(was.path("certificates")),
                        list(is.path("certificates")),
                        on(acts.certified(is)));
            case PARTS -> texts.text("statement.correction.parts", parts(was), parts(is), on(acts.registered(was, is)));
            case INSTRUMENT ->
                texts.text("statement.correction.instrument", identity(was), identity(is), on(acts.instrument()));
            case SOFTWARE ->
                texts.text(
                        "statement.correction.software",
                        list(was.path("software")),
                        list(is.path("software")),
                        on(acts.installed()));
        };
    }

    private String standing(JsonNode was, JsonNode is) {
        return is.isMissingNode()
                ? texts.text("statement.correction.silent", said(was, "subject"), claim(was))
                : texts.text("statement.correction.standing", claim(was), said(is, "sentence"));
    }

    private String recalled(JsonNode was, JsonNode is) {
        String id = said(is, "recalled");
        return id.isEmpty()
                ? texts.text(
                        "statement.correction.recall-withdrawn",
                        check(is),
                        on(acts.recallWithdrawn(said(was, "recalled"))))
                : texts.text("statement.correction.check-recalled", check(is), on(acts.recalled(id)));
    }

    /** Why a check counts no longer. */
    private String gone(JsonNode check) {
        String id = said(check, "id");
        return acts.movedAway(id)
                .map(at -> texts.text("statement.correction.moved", on(Optional.of(at))))
                .or(() -> acts.voided(id).map(at -> texts.text("statement.correction.void", on(Optional.of(at)))))
                .orElseGet(() -> texts.text("statement.correction.nearer"));
    }

    /** Why a check counts that did not. */
    private String came(JsonNode check) {
        String id = said(check, "id");
        return acts.movedHere(id)
                .map(at -> texts.text("statement.correction.moved-here", on(Optional.of(at))))
                .or(() ->
                        acts.countedAgain(id).map(at -> texts.text("statement.correction.again", on(Optional.of(at)))))
                .or(() -> acts.entered(id).map(at -> texts.text("statement.correction.entered", on(Optional.of(at)))))
                .orElseGet(() -> texts.text("statement.correction.nearest"));
    }

    /** What somebody said of the result of a check. */
    private String word(JsonNode check) {
        String id = said(check, "id");
        return acts.rejected(id)
                .map(at -> texts.text("statement.correction.rejected", on(Optional.of(at))))
                .orElseGet(() -> texts.text("statement.correction.accepted", on(acts.approved(id))));
    }

    private String claim(JsonNode claim) {
        return claim.isMissingNode()
                ? texts.text("statement.correction.unsaid")
                : texts.find("coverage.claim." + said(claim, "claim")).orElseGet(() -> said(claim, "claim"));
    }

    private String verdict(JsonNode check) {
        return texts.find("verdict." + said(check, "overall")).orElseGet(() -> said(check, "overall"));
    }

    private String check(JsonNode check) {
        JsonNode protocol = check.path("protocol");
        String title = acts.records()
                .protocol(new ProtocolReference(said(protocol, "id"), said(protocol, "version")))
                .map(known -> texts.named(known.description().title()))
                .orElseGet(() -> said(protocol, "title"));
        return texts.text("statement.correction.check", title, day(check));
    }

    /** In the language of who reads it, whatever the statement is in. */
    private String kind(JsonNode event) {
        return acts.kind(event)
                .map(kind -> texts.text("event.kind." + kind.word()))
                .orElseGet(() -> said(event, "kind"));
    }

    private String parts(JsonNode path) {
        return words(path.path("parts"), part -> part(part, said(part, "name")));
    }

    private String identity(JsonNode instrument) {
        return part(instrument, "");
    }

    /** A thing by name, make, serial number and identifier, as far as they are said. */
    private String part(JsonNode node, String name) {
        String serial = said(node, "serial");
        String all = Stream.of(
                        name,
                        said(node, "make"),
                        serial.isEmpty() ? "" : texts.text("statement.correction.serial", serial),
                        said(node, "identifier"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? texts.text("statement.correction.nothing") : all;
    }

    private String list(JsonNode texts) {
        return words(texts, each -> each.asText(""));
    }

    private String words(JsonNode array, Function<JsonNode, String> reading) {
        return array.isEmpty()
                ? texts.text("statement.correction.nothing")
                : StreamSupport.stream(array.spliterator(), false).map(reading).collect(Collectors.joining("; "));
    }

    /** The day of an act; that it was since where the record does not tell. */
    private String on(Optional<Instant> at) {
        return at.map(known -> texts.text("statement.correction.on", texts.day(LocalDate.ofInstant(known, zone))))
                .orElseGet(() -> texts.text("statement.correction.since"));
    }

    private String day(JsonNode node) {
        String iso = said(node, "day");
        Optional<LocalDate> day = Days.parse(iso);
        return day.map(texts::day).orElse(iso);
    }

    private static String said(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
