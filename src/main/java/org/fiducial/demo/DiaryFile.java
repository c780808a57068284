package org.fiducial.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.YamlMapping;
import org.fiducial.metrology.simulation.ModeHop;

/** What a description says of the people around an invented microscope: checks, plans, events and limits. */
final class DiaryFile {

    private static final int HOURS_OF_WORK = 2;

    private final YamlMapping root;

    DiaryFile(YamlMapping root) {
        this.root = root;
    }

    Diary diary() {
        return new Diary(
                root.mappings("checks").stream()
                        .flatMap(each -> visits(each).stream())
                        .toList(),
                root.mappings("plans").stream().map(DiaryFile::plan).toList(),
                root.mappings("events").stream().map(DiaryFile::happening).toList(),
                root.mappings("limits").stream().map(DiaryFile::agreed).toList(),
                entered());
    }

    private Map<String, Entries> entered() {
        Map<String, Entries> entered = new TreeMap<>();
        root.optionalMapping("entered")
                .ifPresent(typed -> typed.keys().forEach(id -> entered.put(id, entries(typed.mapping(id)))));
        return entered;
    }

    private static Entries entries(YamlMapping typed) {
        Map<String, Entries.Field> fields = new LinkedHashMap<>();
        typed.keys().forEach(name -> fields.put(name, field(typed.mapping(name))));
        return new Entries(fields);
    }

    /** Numbers around a curve, or words from a day on. */
    private static Entries.Field field(YamlMapping typed) {
        if (typed.optionalMapping("around").isPresent()) {
            typed.allowOnly("around", "spread", "repeats", "digits");
            return new Entries.Reading(
                    MicroscopeFile.curve(typed.mapping("around")),
                    typed.optionalNumber("spread").orElse(0),
                    (int) typed.optionalNumber("repeats").orElse(1),
                    (int) typed.optionalNumber("digits").orElse(0));
        }
        YamlMapping words = typed.allowOnly("words").mapping("words");
        NavigableMap<Integer, String> since = new TreeMap<>();
        words.keys().forEach(day -> since.put(Integer.parseInt(day), words.text(day)));
        return new Entries.Word(since);
    }

    /** One check, or one every so many days with what was noted on some of them. */
    private static List<Diary.Visit> visits(YamlMapping typed) {
        typed.allowOnly("protocol", "day", "from", "to", "every", "reason", "note", "notes", "cold", "hop", "waits");
        Map<Integer, String> notes = new TreeMap<>();
        typed.optionalMapping("notes")
                .ifPresent(each -> each.keys().forEach(day -> notes.put(Integer.parseInt(day), each.text(day))));
        CheckReason reason = CheckReason.of(typed.optionalText("reason").orElse("scheduled"))
                .orElseThrow(() -> typed.refuse("'" + typed.text("reason") + "' is no reason of a check."));
        boolean once = typed.optionalText("day").isPresent();
        int from = typed.wholeNumber(once ? "day" : "from");
        int to = once ? from : typed.wholeNumber("to");
        int every = once ? 1 : typed.wholeNumber("every");
        List<Diary.Visit> visits = new ArrayList<>();
        for (int day = from; day >= to; day -= every) {
            String note = notes.getOrDefault(day, typed.optionalText("note").orElse(""));
            visits.add(new Diary.Visit(typed.text("protocol"), day, reason, note, trouble(typed), typed.flag("waits")));
        }
        return visits;
    }

    private static Diary.Trouble trouble(YamlMapping typed) {
        Optional<YamlMapping> hop = typed.optionalMapping("hop");
        return new Diary.Trouble(
                typed.optionalNumber("cold").orElse(0),
                hop.map(each -> each.wholeNumber("line")).orElse(0),
                hop.map(each -> new ModeHop(each.number("from"), each.number("to"), each.number("percent"))));
    }

    private static Diary.Planned plan(YamlMapping typed) {
        typed.allowOnly("protocol", "start", "weeks", "window", "minutes", "person", "moved");
        int window = typed.wholeNumber("window");
        return new Diary.Planned(
                typed.text("protocol"),
                typed.wholeNumber("start"),
                new Recurrence("FREQ=WEEKLY;INTERVAL=" + typed.wholeNumber("weeks")),
                new Window(window, window),
                typed.wholeNumber("minutes"),
                typed.text("person"),
                typed.optionalMapping("moved")
                        .map(each -> new Diary.Moved(
                                each.wholeNumber("day"), each.wholeNumber("start"), each.text("reason"))));
    }

    private static Diary.Happening happening(YamlMapping typed) {
        typed.allowOnly("day", "kind", "what", "version", "parts", "effect", "hours", "euros", "followed");
        Event.Kind kind = Event.Kind.of(typed.text("kind"))
                .orElseThrow(() -> typed.refuse("'" + typed.text("kind") + "' is no kind of event."));
        int usual = kind.isWork() ? HOURS_OF_WORK : 0;
        return new Diary.Happening(
                typed.wholeNumber("day"),
                kind,
                typed.text("what"),
                typed.optionalText("version"),
                typed.texts("parts"),
                Event.Effect.of(typed.optionalText("effect").orElse("none"))
                        .orElseThrow(() -> typed.refuse("'" + typed.text("effect") + "' is no effect.")),
                new Diary.Cost((int) typed.optionalNumber("hours").orElse(usual), (int)
                        typed.optionalNumber("euros").orElse(0)),
                typed.mappings("followed").stream().map(DiaryFile::followed).toList());
    }

    private static Diary.Followed followed(YamlMapping typed) {
        typed.allowOnly("day", "step", "holds", "text", "hours");
        int day = typed.wholeNumber("day");
        return new Diary.Followed(
                day,
                FollowUp.Step.of(typed.text("step"))
                        .orElseThrow(() -> typed.refuse("'" + typed.text("step") + "' is no step.")),
                (int) typed.optionalNumber("holds").orElse(day),
                typed.text("text"),
                (int) typed.optionalNumber("hours").orElse(0));
    }

    private static Diary.Agreed agreed(YamlMapping typed) {
        typed.allowOnly("protocol", "day", "of-checks", "metrics", "reason");
        return new Diary.Agreed(
                typed.text("protocol"),
                typed.wholeNumber("day"),
                typed.wholeNumber("of-checks"),
                typed.mappings("metrics").stream().map(DiaryFile::limit).toList(),
                typed.text("reason"));
    }

    private static OwnLimit limit(YamlMapping typed) {
        typed.allowOnly("key", "statistic", "warning", "fail", "rule");
        return new OwnLimit(
                typed.text("key"),
                Statistic.of(typed.text("statistic")),
                new Tolerance(Tolerance.Kind.PERCENT_OF_BASELINE, bounds(typed, "warning"), bounds(typed, "fail")),
                DecisionRule.of(typed.optionalText("rule").orElse("simple"))
                        .orElseThrow(() -> typed.refuse("there is no such decision rule.")));
    }

    private static Bounds bounds(YamlMapping typed, String key) {
        Optional<YamlMapping> given = typed.optionalMapping(key);
        return new Bounds(side(given, "low"), side(given, "high"));
    }

    private static OptionalDouble side(Optional<YamlMapping> bounds, String key) {
        return bounds.map(each -> each.optionalNumber(key)).orElse(OptionalDouble.empty());
    }
}
