package org.fiducial.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 */
public record StateText(Texts texts, ZoneId zone, Function<String, String> titles) {

    /** Why an instrument is in its state, in one sentence. */
    public String of(InstrumentState state) {
        Optional<LoggedEvent> event = state.decidingEvent();
        if (event.isPresent()) {
            return open(event.get());
        }
        Optional<Finding> finding = state.decidingFinding();
        if (finding.isEmpty()) {
            return texts.text("state.none");
        }
        return state.level() == Level.FINE && state.findings() > 1
                ? texts.text("state.all", state.findings())
                : of(finding.get());
    }

    /** What the checks of a protocol say of a light path. */
    public String of(Finding finding) {
        Finding.Bracket bracket = finding.bracket();
        String sentence = texts.text(
                "finding." + key(finding),
                titles.apply(finding.protocol().id()),
                finding.asked().name(),
                bracket.before().map(this::day).orElse(""),
                bracket.after().map(this::day).orElse(""),
                bracket.between().map(this::named).orElse(""));
        return finding.isInferred()
                ? texts.text("finding.inferred", sentence, finding.checked().name())
                : sentence;
    }

    private static String key(Finding finding) {
        String word = finding.standing().word();
        return finding.level() == Level.USABLE_WITH_CARE ? word + ".care" : word;
    }

    /** An event that restricts the use. */
    public String open(LoggedEvent logged) {
        String sentence =
                texts.text("state.open", named(logged), logged.event().report().what());
        return logged.expectedEnd()
                .map(end -> texts.text("state.open.expected", sentence, day(end)))
                .orElse(sentence);
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
        return DateTimeFormatter.ofPattern("d MMMM uuuu", texts.locale()).format(at.atZone(zone));
    }
}
