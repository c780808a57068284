package org.fiducial.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.status.PathLines;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.quantity.Unit;

/**
 * What the checks around some days measured of a light path: the headline of each metric and whatever was judged, with its
 * limit, its method and what it was measured with.
 *
 * @param texts the words
 * @param definitions the protocol of a reference
 * @param kit what people call a meter or an artefact of a slug, without its serial number
 */
public record CoveringValues(
        Texts texts,
        Function<ProtocolReference, Optional<ProtocolDefinition>> definitions,
        Function<String, Optional<String>> kit) {

    private static final Pattern DOI = Pattern.compile("doi:(10\\.[0-9]{4,9}/[^\\s,;)]+)");
    private static final Set<String> MEASURED_WITH = Set.of("artefact", "meter");

    /**
     * A number of a check.
     *
     * @param check the check
     * @param path the light path the check was made in
     * @param key what was measured
     * @param finding the number, or why there is none
     * @param verdict how it was judged; empty where it was not
     * @param words the same for people
     */
    public record Row(
            Check check,
            Configuration path,
            MeasurementKey key,
            Finding finding,
            Optional<Verdict> verdict,
            Words words) {}

    /**
     * A number in words.
     *
     * @param name what was measured
     * @param where channel and line; may be empty
     * @param value with uncertainty and unit, or why there is none: in English, as the analysis wrote it
     * @param limit outside of which it fails; empty where it was not judged
     * @param warning outside of which it is remarked on; empty where it was not judged
     * @param method the protocol with its version
     * @param doi the first publication the protocol rests on; may be empty
     * @param with what it was measured with; may be empty
     */
    public record Words(
            String name,
            String where,
            String value,
            String limit,
            String warning,
            String method,
            String doi,
            String with) {}

    /**
     * The rows of the checks that cover some days: by part, then by what was measured, the oldest check first.
     *
     * @param measured the checks, without what is not a number
     */
    public List<Row> rows(Coverage coverage, List<Check> measured) {
        Map<UUID, Check> byId = new HashMap<>();
        measured.forEach(check -> byId.put(check.id(), check));
        List<Row> rows = new ArrayList<>();
        for (PartClaim part : coverage.parts()) {
            Map<MeasurementKey, List<Row>> alike = new LinkedHashMap<>();
            for (PartClaim.Covering each : part.checks()) {
                Optional.ofNullable(byId.get(each.check().id())).stream()
                        .flatMap(check -> rows(coverage, check, each.path()).stream())
                        .forEach(row -> alike.computeIfAbsent(row.key(), key -> new ArrayList<>())
                                .add(row));
            }
            alike.values().forEach(rows::addAll);
        }
        return List.copyOf(rows);
    }

    private List<Row> rows(Coverage coverage, Check check, Configuration path) {
        Optional<ProtocolDefinition> definition =
                definitions.apply(check.result().provenance().protocol());
        ResultViews words = new ResultViews(check.result(), check.judgement(), definition, texts);
        Map<MeasurementKey, Verdict> verdicts = new HashMap<>();
        check.judgement().verdicts().forEach(verdict -> verdicts.putIfAbsent(verdict.key(), verdict));
        PathLines lines = PathLines.of(coverage.path());
        String with = with(check);
        Set<String> headed = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (Measurement each : check.result().measurements()) {
            MeasurementKey key = each.key();
            boolean first = headed.add(key.metric() + key.channel() + key.qualifiers());
            boolean headline = first && words.standing(key) == MetricDefinition.Standing.HEADLINE;
            if ((headline || verdicts.containsKey(key)) && lines.concern(key)) {
                Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(key));
                rows.add(new Row(check, path, key, each.finding(), verdict, words(words, each, verdict, with)));
            }
        }
        return rows;
    }

    private Words words(ResultViews views, Measurement measurement, Optional<Verdict> verdict, String with) {
        MeasurementKey key = measurement.key();
        Unit unit = measurement.evaluated().map(found -> found.value().unit()).orElse(Unit.ONE);
        ResultView.MetricName name = views.name(key);
        Optional<ProtocolDefinition> definition = views.definition();
        ProtocolReference protocol = views.result().provenance().protocol();
        return new Words(
                name.title(),
                name.where(),
                measurement.evaluated().map(found -> views.value(key, found)).orElseGet(() -> why(measurement)),
                verdict.map(each -> views.bounds(key, each.limit().fail(), unit))
                        .orElse(""),
                verdict.map(each -> views.bounds(key, each.limit().warning(), unit))
                        .orElse(""),
                texts.text(
                        "coverage.method",
                        definition
                                .map(found -> texts.named(found.description().title()))
                                .orElse(protocol.id()),
                        protocol.version()),
                definition.flatMap(CoveringValues::doi).orElse(""),
                with);
    }

    /** The reason stands in the record as the analysis wrote it. */
    private String why(Measurement measurement) {
        return measurement.finding() instanceof Finding.NotEvaluated missing ? missing.reason() : "";
    }

    private String with(Check check) {
        return String.join(
                ", ",
                check.result().provenance().parameters().stream()
                        .filter(each -> MEASURED_WITH.contains(each.name().name()))
                        .map(Parameter::value)
                        .flatMap(value -> kit.apply(value.toString()).stream())
                        .distinct()
                        .toList());
    }

    private static Optional<String> doi(ProtocolDefinition definition) {
        return definition.description().sources().stream()
                .map(DOI::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
