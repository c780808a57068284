package org.fiducial.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Level;

/**
 * States in sentences, in the language and the zone of the reader.
 *
 * @param texts the words
 * @param zone where days are counted
 * @param titles what people call a protocol of an id
 * @param days how a day is written, the language left open
 */
public record StateText(Texts texts, ZoneId zone, Function<String, String> titles, DateTimeFormatter days) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);

    /** Days with the month in full. */
    public StateText(Texts texts, ZoneId zone, Function<String, String> titles) {
        this(texts, zone, titles, DateTimeFormatter.ofPattern(texts.text("day.full"), Locale.ROOT));
    }

    /** The same with the month in short, for narrow places. */
    public StateText shortened() {
        return new StateText(texts, zone, titles, SHORT);
    }

    /**
     * What a state rests on.
     *
     * @param subject what it speaks of; empty where it is the whole instrument
     * @param statement what is found
     * @param brief the same in as few words as a line of a table holds
     */
    public record Reason(String subject, String statement, String brief) {

        Reason(String subject, String statement) {
            this(subject, statement, statement);
        }

        /** Both in one sentence. */
        public String sentence() {
            return subject.isEmpty() ? statement : subject + ": " + statement;
        }
    }

    /** Why an instrument is in its state. */
    public Reason of(InstrumentState state) {
        Optional<LoggedEvent> event = state.decidingEvent();
        if (event.isPresent()) {
            return of(event.get());
        }
        Optional<Finding> finding = state.decidingFinding();
        if (finding.isEmpty()) {
            return new Reason("", texts.text("state.none"));
        }
        return state.level() == Level.FINE && state.findings() > 1
                ? new Reason("", texts.text("state.all", state.findings()))
                : of(finding.get());
    }

    /** What the checks of a protocol say of a light path. */
    public Reason of(Finding finding) {
        String protocol = texts.named(titles.apply(finding.protocol().id()));
        String statement = inWords("finding.", finding);
        return new Reason(
                texts.text("finding.subject", protocol, finding.asked().name()),
                finding.isInferred()
                        ? texts.text(
                                "finding.inferred", statement, finding.checked().name())
                        : statement,
                inWords("finding.brief.", finding));
    }

    private String inWords(String kind, Finding finding) {
        Finding.Bracket bracket = finding.bracket();
        return texts.text(
                kind + key(finding),
                texts.named(titles.apply(finding.protocol().id())),
                finding.asked().name(),
                bracket.before().map(this::day).orElse(""),
                bracket.after().map(this::day).orElse(""),
                bracket.between().map(this::named).orElse(""),
                bracket.doubt().map(doubt -> doubt.recall().slug()).orElse(""),
                bracket.doubt().map(doubt -> doubt.recall().fault().reason()).orElse(""));
    }

    /** An event that restricts the use. */
    public Reason of(LoggedEvent logged) {
        String what = logged.event().report().what();
        return new Reason(
                named(logged),
                logged.expectedEnd()
                        .map(end -> texts.text("state.open.expected", what, day(end)))
                        .orElse(what));
    }

    private static String key(Finding finding) {
        String word = finding.standing().word();
        return finding.level() == Level.USABLE_WITH_CARE ? word + ".care" : word;
    }

    /** An event by kind and day, for instance {@code realignment on 10 March 2026}. */
    public String named(LoggedEvent logged) {
        Event event = logged.event();
        return texts.text("event.named", texts.text("event.kind." + event.kind().word()), day(event.at()));
    }

    private String day(CheckSummary check) {
        return day(check.measuredAt());
    }

    private String day(Instant at) {
        return days.withLocale(texts.locale()).format(at.atZone(zone));
    }
}
