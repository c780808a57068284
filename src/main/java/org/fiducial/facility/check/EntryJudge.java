package org.fiducial.facility.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Quantity;

/** Judges single fields of a protocol that is entered by hand while they are typed, by the limits that will judge the check. */
public final class EntryJudge {

    private final ProtocolDefinition protocol;
    private final EntryForm form;
    private final LastValues last;
    private final LimitSet limits;

    /**
     * A judge of one form.
     *
     * @param configuration the light path it is filled in for
     * @param day the day whose limits hold
     * @throws IllegalArgumentException if the protocol has no fields
     */
    public EntryJudge(
            ProtocolDefinition protocol, Configuration configuration, Checks checks, Limits limits, LocalDate day) {
        this.protocol = protocol;
        this.form = protocol.form()
                .orElseThrow(() -> new IllegalArgumentException(protocol.reference() + " has no fields"));
        this.last = new LastValues(checks, configuration);
        this.limits = LimitSet.of(
                protocol,
                LimitVersion.inForce(
                        limits.versions(configuration.id(), protocol.reference().id()), day));
    }

    /** What is to be said of a field that was typed into. */
    public sealed interface Word {

        /** The limits say something of it. */
        record Judged(Verdict verdict) implements Word {}

        /** It cannot be. */
        record Impossible(String sentence) implements Word {}

        /** It can be, but somebody should look again. */
        record Doubtful(String question) implements Word {}
    }

    /** The last values of a field that is trended, newest first. */
    public List<SeriesPoint> last(EntryForm.Field field) {
        return field.metric()
                .flatMap(protocol::metric)
                .map(metric -> last.of(metric, key(field)))
                .orElse(List.of());
    }

    /** The limit that will judge a field, where there is one. */
    public Optional<DefaultLimit> limit(EntryForm.Field field) {
        if (field.metric().isEmpty()) {
            return Optional.empty();
        }
        MeasurementKey key = key(field);
        Optional<OwnLimit> own = limits.own().flatMap(version -> version.limit(key.metric(), key.statistic()));
        if (own.isPresent()) {
            return own.map(OwnLimit::tolerance)
                    .filter(tolerance -> tolerance.kind() == Tolerance.Kind.ABSOLUTE)
                    .map(tolerance -> new DefaultLimit(
                            key.metric(), key.statistic(), List.of(), tolerance.warning(), tolerance.fail(), ""));
        }
        return limits.limits().stream()
                .filter(limit -> limit.metric().equals(key.metric()))
                .findFirst();
    }

    /** What is to be said of the fields that were typed into, by name; what passes without a limit is left out. */
    public Map<String, Word> words(Map<String, String> typed) {
        Map<String, Word> words = new LinkedHashMap<>();
        for (EntryForm.Field field : form.fields()) {
            String text =
                    Optional.ofNullable(typed.get(field.name())).orElse("").strip();
            if (!text.isEmpty()) {
                word(field, text).ifPresent(word -> words.put(field.name(), word));
            }
        }
        return words;
    }

    private Optional<Word> word(EntryForm.Field field, String text) {
        ParameterDefinition definition = protocol.parameter(field.name()).orElseThrow();
        List<Quantity> numbers;
        try {
            numbers = definition.kind().numbers(definition.parse(text));
        } catch (UnusableInputException e) {
            return Optional.of(new Word.Impossible(String.valueOf(e.getMessage())));
        }
        if (field.metric().isEmpty() || numbers.isEmpty()) {
            return Optional.empty();
        }
        double mean = numbers.stream().mapToDouble(Quantity::value).average().orElseThrow();
        Measurement measurement = new Measurement(
                key(field),
                Finding.Evaluated.of(new Quantity(mean, numbers.get(0).unit()), numbers.size()));
        MetricDefinition metric = protocol.metric(field.metric().orElseThrow()).orElseThrow();
        Optional<Word> question = last.question(metric, measurement).map(Word.Doubtful::new);
        return question.or(() -> verdict(measurement).map(Word.Judged::new));
    }

    private Optional<Verdict> verdict(Measurement measurement) {
        AnalysisResult only = new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        new ModuleReference("", ""),
                        new SoftwareReference("", "", ""),
                        List.of(),
                        List.of()),
                List.of(measurement),
                List.of(),
                List.of(),
                List.of());
        return limits.judge(only).verdicts().stream()
                .filter(verdict -> verdict.key().equals(measurement.key()))
                .findFirst();
    }

    private MeasurementKey key(EntryForm.Field field) {
        boolean repeated = protocol.parameter(field.name()).orElseThrow().kind() instanceof ParameterKind.Readings;
        return MeasurementKey.of(field.metric().orElseThrow(), 0, repeated ? Statistic.MEAN : Statistic.VALUE);
    }
}
