package org.fiducial.web.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiducial.facility.check.EntryJudge;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.report.LimitWords;
import org.fiducial.report.NumberText;
import org.fiducial.report.PaperForm;
import org.fiducial.report.Texts;
import org.fiducial.report.VerdictView;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;

/** The form of a protocol that is entered by hand, as the template draws it: its fields with what stood in them before. */
public final class EntryFields {

    /** What the name of the field of a file begins with; what it was called stands in the field of the parameter. */
    static final String FILE = "f.";

    private final ProtocolDefinition protocol;
    private final EntryForm form;
    private final EntryJudge judge;
    private final Days days;
    private final Texts texts;

    private EntryFields(ProtocolDefinition protocol, EntryForm form, EntryJudge judge, Days days, Texts texts) {
        this.protocol = protocol;
        this.form = form;
        this.judge = judge;
        this.days = days;
        this.texts = texts;
    }

    /** The fields of a draft's protocol, where it is entered by hand. */
    public static Optional<EntryFields> of(Draft.Subject subject, FacilityRecords records, Texts texts) {
        ProtocolDefinition protocol = subject.protocol().definition();
        ZoneId zone = records.zone(subject.instrument());
        LocalDate today = LocalDate.ofInstant(records.clock().instant(), zone);
        return protocol.form()
                .map(form -> new EntryFields(
                        protocol,
                        form,
                        new EntryJudge(protocol, subject.configuration(), records.checks(), records.limits(), today),
                        new Days(zone, texts.locale()),
                        texts));
    }

    /** The form: steps to follow and fields to fill in. */
    public record View(List<StepView> steps, List<FieldView> fields) {
        public View {
            steps = List.copyOf(steps);
            fields = List.copyOf(fields);
        }
    }

    /** A step with the address of its picture; that may be empty. */
    public record StepView(String text, String picture) {}

    /**
     * A field.
     *
     * @param name of the field
     * @param kind the word of its kind
     * @param label what is said of it
     * @param words what can be chosen
     * @param filled what was entered
     * @param before what stood there before, newest first
     */
    public record FieldView(
            String name, String kind, LabelView label, List<Choice> words, FilledView filled, List<LastView> before) {
        public FieldView {
            words = List.copyOf(words);
            before = List.copyOf(before);
        }
    }

    /** What is said of a field; texts may be empty. */
    public record LabelView(String title, String unit, String help, String limits, boolean optional, boolean judged) {}

    /** What was entered, what was said of it, and what is to be said of it. */
    public record FilledView(String value, String comment, WordView word) {}

    /** A value from before. */
    public record LastView(String value, String day, String address) {}

    /** What is to be said of what was entered: a word for styles, its sign, its label and a sentence; all may be empty. */
    public record WordView(String word, String sign, String label, String sentence) {
        static final WordView NOTHING = new WordView("", "", "", "");
    }

    View view(Map<String, String> typed) {
        Map<String, WordView> words = words(typed);
        List<FieldView> fields = new ArrayList<>();
        for (EntryForm.Field field : form.fields()) {
            fields.add(field(field, typed, words.getOrDefault(field.name(), WordView.NOTHING)));
        }
        return new View(steps(protocol, form).steps(), fields);
    }

    /** The steps alone. */
    public static View steps(ProtocolDefinition protocol, EntryForm form) {
        return new View(
                form.steps().stream()
                        .map(step -> new StepView(
                                step.text(),
                                step.picture()
                                        .map(name -> "/protocols/" + protocol.reference() + "/pictures/" + name)
                                        .orElse("")))
                        .toList(),
                List.of());
    }

    /** The sheet of paper for the same, with limits in force and last values. */
    public PaperForm.Sheet sheet(String place, Map<String, byte[]> pictures) {
        Map<String, DefaultLimit> limits = new TreeMap<>();
        Map<String, List<String>> before = new TreeMap<>();
        for (EntryForm.Field field : form.fields()) {
            judge.limit(field).ifPresent(limit -> limits.put(limit.metric(), limit));
            Optional<MetricDefinition> metric = field.metric().flatMap(protocol::metric);
            field.metric()
                    .ifPresent(key -> before.put(
                            key,
                            judge.last(field).stream()
                                    .map(point -> last(point, metric))
                                    .map(last -> last.value() + " (" + last.day() + ")")
                                    .toList()));
        }
        return new PaperForm.Sheet(protocol, place, limits, before, pictures);
    }

    /** What is to be said of each field that was typed into, by name. */
    Map<String, WordView> words(Map<String, String> typed) {
        Map<String, String> answers = new TreeMap<>();
        form.fields().forEach(field -> answers.put(field.name(), text(typed, NewCheckForm.PARAMETER + field.name())));
        Map<String, WordView> views = new TreeMap<>();
        judge.words(answers).forEach((name, word) -> views.put(name, view(word)));
        return views;
    }

    private WordView view(EntryJudge.Word word) {
        if (word instanceof EntryJudge.Word.Impossible impossible) {
            return new WordView("impossible", "✕", texts.text("entry.impossible"), impossible.sentence());
        }
        if (word instanceof EntryJudge.Word.Doubtful doubtful) {
            return new WordView("doubtful", "?", texts.text("entry.doubtful"), doubtful.question());
        }
        VerdictView verdict =
                VerdictView.of(((EntryJudge.Word.Judged) word).verdict().level(), texts);
        return new WordView(verdict.word(), verdict.sign(), verdict.label(), "");
    }

    private FieldView field(EntryForm.Field field, Map<String, String> typed, WordView word) {
        ParameterDefinition parameter = protocol.parameter(field.name()).orElseThrow();
        Optional<MetricDefinition> metric = field.metric().flatMap(protocol::metric);
        String value = text(typed, NewCheckForm.PARAMETER + field.name());
        return new FieldView(
                field.name(),
                field.kind().word(),
                new LabelView(
                        parameter.title(),
                        NewCheckView.unit(parameter.kind()),
                        parameter.help(),
                        judge.limit(field)
                                .flatMap(limit -> metric.map(each -> LimitWords.of(each, limit, texts)))
                                .orElse(""),
                        field.optional(),
                        metric.isPresent()),
                parameter.kind() instanceof ParameterKind.Choice choice
                        ? choice.words().stream()
                                .map(each -> new Choice(each, each, each.equals(value)))
                                .toList()
                        : List.of(),
                new FilledView(value, text(typed, NewCheckForm.PARAMETER + field.comment()), word),
                judge.last(field).stream().map(point -> last(point, metric)).toList());
    }

    private LastView last(SeriesPoint point, Optional<MetricDefinition> metric) {
        var value = point.measurement().evaluated().orElseThrow();
        return new LastView(
                metric.flatMap(each -> each.level(value.value().value())).orElseGet(() -> NumberText.of(value.value())),
                days.of(point.measuredAt()).day(),
                "/checks/" + point.checkId());
    }

    private static String text(Map<String, String> typed, String field) {
        return Optional.ofNullable(typed.get(field)).orElse("").strip();
    }
}
